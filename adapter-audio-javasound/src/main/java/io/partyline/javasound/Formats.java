package io.partyline.javasound;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;

/// The formats to try with a device, the best first: the show's own rate before others, and 16
/// bits, which every device has, before more.
final class Formats {
    /// Most channels of a device: the largest virtual ones have 64.
    private static final int MOST_CHANNELS = 64;

    private static final int[] RATES = {48_000, 44_100, 96_000, 32_000, 16_000};
    private static final int[] WIDTHS = {2, 3, 4};

    private Formats() {}

    /// A device with at least so many channels: most can be opened only with all that they have.
    static List<AudioFormat> console(int channels) {
        return of(IntStream.rangeClosed(channels, MOST_CHANNELS));
    }

    /// Headphones or loudspeakers.
    static List<AudioFormat> monitor() {
        return of(IntStream.of(2, 1));
    }

    static List<AudioFormat> microphone() {
        return of(IntStream.of(1, 2));
    }

    static Pcm pcm(AudioFormat format) {
        return new Pcm(format.getChannels(), format.getSampleSizeInBits() / Byte.SIZE);
    }

    private static List<AudioFormat> of(IntStream channels) {
        var formats = new ArrayList<AudioFormat>();
        channels.forEach(count -> {
            for (int rate : RATES) {
                for (int width : WIDTHS) {
                    formats.add(new AudioFormat(rate, width * Byte.SIZE, count, true, false));
                }
            }
        });
        return formats;
    }
}
