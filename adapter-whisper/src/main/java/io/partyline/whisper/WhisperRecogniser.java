package io.partyline.whisper;

import java.time.Duration;
import java.util.Optional;

/// A whisper model in a child process.
///
/// A clip may take twice as long as clips have taken of late, and five seconds at least. For one
/// thread at a time.
final class WhisperRecogniser implements Recogniser {
    static final Duration LEAST_LIMIT = Duration.ofSeconds(5);
    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /// How much of the old is in the new average of how long a second of sound takes.
    private static final double INERTIA = 0.8;

    /// A slow computer, until it is known.
    private static final double FIRST_PACE = 2;

    private final WhisperSettings settings;
    private final WhisperKeeper keeper;
    private final Duration leastLimit;
    private double pace = FIRST_PACE;

    static WhisperRecogniser of(WhisperSettings settings) {
        return new WhisperRecogniser(settings, LEAST_LIMIT, FIRST_PAUSE);
    }

    WhisperRecogniser(WhisperSettings settings, Duration leastLimit, Duration firstPause) {
        this.settings = settings;
        this.leastLimit = leastLimit;
        keeper = new WhisperKeeper(settings, firstPause);
    }

    @Override
    public String name() {
        String file = settings.model().getFileName().toString();
        return "whisper " + file.replaceFirst("^ggml-", "").replaceFirst("\\.bin$", "");
    }

    @Override
    public int hands() {
        return 1;
    }

    @Override
    public void warmUp() {
        keeper.warmUp();
    }

    @Override
    public String recognise(Clip clip, boolean hurried) {
        boolean smaller = hurried && settings.smaller().isPresent();
        long began = System.nanoTime();
        String said =
                keeper.ask(
                        Question.about(clip, smaller, settings.language(), settings.vocabulary()),
                        limit(clip));
        pace = INERTIA * pace + (1 - INERTIA) * (System.nanoTime() - began) / 1e9 / clip.seconds();
        return said;
    }

    private Duration limit(Clip clip) {
        var twice = Duration.ofMillis(Math.round(2_000 * pace * clip.seconds()));
        return twice.compareTo(leastLimit) < 0 ? leastLimit : twice;
    }

    @Override
    public Optional<String> givenUp() {
        return keeper.givenUp();
    }

    Optional<Long> pid() {
        return keeper.pid();
    }

    @Override
    public void close() {
        keeper.close();
    }
}
