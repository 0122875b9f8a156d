package io.partyline.audio.rate;

/// A low-pass filter as a sinc under Kaiser's window: the most of its energy in the pass band for a
/// given length. (J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window
/// function", 1974.)
///
/// @param beta how much of the sides is cut: 8.5 puts the stop band 85 dB down, 5.6 some 60 dB
/// @param halfWay half the length, in samples
/// @param cutoff the middle of the transition, as a share of the sample rate
public record Kaiser(double beta, double halfWay, double cutoff) {
    /// The filter at so many samples from its middle; not scaled.
    public double at(double distance) {
        return sinc(2 * cutoff * distance) * window(distance / halfWay);
    }

    private double window(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta);
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /// The modified Bessel function of the first kind and order zero, by its power series.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
