package io.partyline.show;

import java.time.Duration;

/// The numbers that a show is run by.
///
/// @param hostName the host's name, as it stands in the transcript
/// @param lines most real calls at once, on air or waiting
/// @param channels number of console channels; real callers get 3 up to two below the last, which
///   belong to music and carts
/// @param undo how long a drop can be undone
/// @param reconnect how long a broken connection keeps its channel
/// @param lostWait how long a waiting caller who has lost their connection is waited for; longer
///   than the carrier takes between two requests for hold music
/// @param takeLimit how long a take may last before the caller is put back
/// @param turnLimit how long an AI caller may think and speak in one turn
/// @param cooldown how long an AI caller leaves the floor alone after a turn of its own
/// @param followUpDelay pause between the end of a real call and the follow-up
public record ShowRules(
        String hostName,
        int lines,
        int channels,
        Duration undo,
        Duration reconnect,
        Duration lostWait,
        Duration takeLimit,
        Duration turnLimit,
        Duration cooldown,
        Duration followUpDelay) {

    /// A console that has room for host, AI voices, one caller, music and carts.
    public static final int FEWEST_CHANNELS = 5;

    public ShowRules {
        Texts.requireWords(hostName, "the host's name");
        if (lines < 1 || channels < FEWEST_CHANNELS) {
            throw new IllegalArgumentException(
                    "a show needs a line and %d channels, not %d and %d"
                            .formatted(FEWEST_CHANNELS, lines, channels));
        }
    }

    /// The numbers that hold if nobody says otherwise.
    public static final ShowRules DEFAULT =
            new ShowRules(
                    "Host",
                    10,
                    8,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(90),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(7));

    /// The channel of music: the last but one.
    public Channel musicChannel() {
        return new Channel(channels - 1);
    }

    /// The channel of carts: the last.
    public Channel effectsChannel() {
        return new Channel(channels);
    }

    /// The last channel that a real caller can have.
    public Channel lastCallerChannel() {
        return new Channel(channels - 2);
    }
}
