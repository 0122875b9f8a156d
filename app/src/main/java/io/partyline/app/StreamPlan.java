package io.partyline.app;

import io.partyline.audio.delay.Jingle;
import io.partyline.audio.delay.ProgramDelay;
import io.partyline.icecast.IcecastOut;
import io.partyline.icecast.StreamFormat;
import io.partyline.icecast.StreamSettings;
import io.partyline.icecast.StreamUrl;
import io.partyline.icecast.Trust;
import io.partyline.studio.Transmission;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// How the program reaches listeners, by the settings.
///
/// @param folder what relative paths count from
/// @param showName what listeners' programs call the stream
record StreamPlan(Lookup lookup, Path folder, String showName) {
    private static final String URL = "PARTYLINE_STREAM_URL";
    private static final String FORMAT = "PARTYLINE_STREAM_FORMAT";
    private static final String BITRATE = "PARTYLINE_STREAM_BITRATE";
    private static final String ENCODER = "PARTYLINE_STREAM_ENCODER";
    private static final String DELAY = "PARTYLINE_STREAM_DELAY";
    private static final String DUMP = "PARTYLINE_STREAM_DUMP";
    private static final String JINGLE = "PARTYLINE_STREAM_JINGLE";
    private static final String CERTIFICATE = "PARTYLINE_STREAM_CERTIFICATE";

    /// Looks at everything once.
    void checked() {
        stream();
        ffmpeg();
        delay();
        dump();
        jingle();
        trust();
    }

    /// Where the program goes; empty if no stream is set up.
    Optional<StreamSettings> stream() {
        StreamFormat format = format();
        int kbps =
                lookup.number(
                        BITRATE,
                        format.usualKbps(),
                        StreamSettings.LEAST_KBPS,
                        StreamSettings.MOST_KBPS);
        return lookup.find(URL)
                .map(StreamPlan::url)
                .map(url -> new StreamSettings(url, format, kbps, showName, ffmpeg(), trust()));
    }

    private Trust trust() {
        return lookup.find(CERTIFICATE)
                .map(folder::resolve)
                .map(StreamPlan::trusting)
                .orElseGet(Trust::usual);
    }

    private static Trust trusting(Path file) {
        try {
            return Trust.with(file);
        } catch (CertificateException useless) {
            throw new SettingException(
                    "%s: %s: %s.".formatted(CERTIFICATE, file, useless.getMessage()));
        } catch (IOException unreadable) {
            throw new SettingException("%s: %s: it cannot be read.".formatted(CERTIFICATE, file));
        }
    }

    private boolean ffmpeg() {
        return lookup.choice(ENCODER, "built-in", List.of("built-in", "ffmpeg")).equals("ffmpeg");
    }

    /// The address holds the password, so what is wrong with it is said without repeating it.
    private static StreamUrl url(String text) {
        try {
            return StreamUrl.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new SettingException("%s: %s.".formatted(URL, wrong.getMessage()));
        }
    }

    private StreamFormat format() {
        String word = lookup.choice(FORMAT, StreamFormat.MP3.word(), List.of("mp3", "opus"));
        return StreamFormat.valueOf(word.toUpperCase(Locale.ROOT));
    }

    Duration delay() {
        return within(DELAY, Duration.ZERO, Duration.ZERO);
    }

    Duration dump() {
        return within(DUMP, Transmission.DUMP, Duration.ofSeconds(1));
    }

    private Duration within(String name, Duration otherwise, Duration least) {
        Duration length = lookup.duration(name, otherwise);
        if (length.compareTo(least) < 0 || length.compareTo(ProgramDelay.LONGEST) > 0) {
            throw Lookup.wrong(
                    name,
                    lookup.text(name, ""),
                    "from %d to %d seconds"
                            .formatted(least.toSeconds(), ProgramDelay.LONGEST.toSeconds()));
        }
        return length;
    }

    private Supplier<float[]> jingle() {
        Optional<Path> file = lookup.find(JINGLE).map(folder::resolve);
        return file.<Supplier<float[]>>map(
                        path -> {
                            float[] samples = JingleFile.read(path);
                            return samples::clone;
                        })
                .orElse(Jingle::samples);
    }

    /// What the studio is given.
    Transmission transmission() {
        return stream()
                .map(stream ->
                        new Transmission(new IcecastOut(stream), delay(), dump(), jingle(), true))
                .orElseGet(() ->
                        new Transmission(
                                Transmission.none().out(), Duration.ZERO, dump(), jingle(), false));
    }
}
