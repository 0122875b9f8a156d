package io.partyline.show;

/// A numbered console channel, from 1 as on the hardware. Channel 1 is the host, 2 the AI voices,
/// real callers start at 3.
public record Channel(int number) implements Comparable<Channel> {
    /// The channel of the host's microphone.
    public static final Channel HOST = new Channel(1);

    /// The channel that all AI voices share.
    public static final Channel AI = new Channel(2);

    /// The first channel that a real caller can have.
    public static final Channel FIRST_CALLER = new Channel(3);

    public Channel {
        if (number < 1) {
            throw new IllegalArgumentException("channels count from 1, not " + number);
        }
    }

    @Override
    public int compareTo(Channel other) {
        return Integer.compare(number, other.number);
    }
}
