package io.partyline.http;

import io.partyline.audio.loudness.Loudness;

/// How loud the program is and has been, as broadcasters count it.
record LoudnessRoutes(Control control) {
    private static final double TENTHS = 10;

    /// Each to a tenth; -120 for silence.
    ///
    /// @param momentaryLufs of the last 400 ms
    /// @param shortTermLufs of the last 3 s
    /// @param integratedLufs of the whole show so far
    /// @param rangeLu how far quiet and loud stretches lie apart
    /// @param truePeakDb the highest peak of the show so far, in dBTP
    record Meter(
            double momentaryLufs,
            double shortTermLufs,
            double integratedLufs,
            double rangeLu,
            double truePeakDb,
            double maxMomentaryLufs,
            double maxShortTermLufs) {
        static Meter of(Loudness read) {
            return new Meter(
                    rounded(read.momentary()),
                    rounded(read.shortTerm()),
                    rounded(read.integrated()),
                    rounded(read.range()),
                    rounded(read.truePeak()),
                    rounded(read.maxMomentary()),
                    rounded(read.maxShortTerm()));
        }

        private static double rounded(double value) {
            return Math.round(value * TENTHS) / TENTHS;
        }
    }

    void into(Routes routes) {
        routes.get("/api/loudness", _ -> Meter.of(control.room().listening().loudness()));
    }
}
