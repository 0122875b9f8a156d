package io.partyline.carrier.plan;

/// How a carrier speaks on its media streams, within what its documents allow. Small carriers have
/// habits of their own.
///
/// @param chunks how media messages are counted
/// @param messageMs sound in one media message, from 20 to 384 ms
/// @param upgrade the word in the header `Upgrade`
/// @param connection the word in the header `Connection`
public record StreamHabits(Chunks chunks, int messageMs, String upgrade, String connection) {
    /// Least sound in a message, in ms.
    public static final int SHORTEST = 20;

    /// Most sound in a message, in ms.
    public static final int LONGEST = 384;

    /// What most carriers do.
    public static final StreamHabits USUAL =
            new StreamHabits(new Chunks.Rising(), SHORTEST, "websocket", "Upgrade");

    /// How `chunk` counts. The timestamps stay right in any case.
    public sealed interface Chunks {
        /// What the message with this number says, from 1.
        long of(long number);

        /// From 1 to the end of the stream.
        record Rising() implements Chunks {
            @Override
            public long of(long number) {
                return number;
            }
        }

        /// From 1 again after every so many messages.
        record Restarting(int after) implements Chunks {
            public Restarting {
                if (after < 1) {
                    throw new IllegalArgumentException("A count restarts after 1 at least.");
                }
            }

            @Override
            public long of(long number) {
                return (number - 1) % after + 1;
            }
        }

        /// Always 0.
        record Zero() implements Chunks {
            @Override
            public long of(long number) {
                return 0;
            }
        }
    }

    public StreamHabits {
        if (messageMs < SHORTEST || messageMs > LONGEST) {
            throw new IllegalArgumentException(
                    "A media message holds 20 to 384 ms, not " + messageMs + ".");
        }
    }

    /// The same habits with another count.
    public StreamHabits chunks(Chunks other) {
        return new StreamHabits(other, messageMs, upgrade, connection);
    }

    /// The same habits with so much sound in each message.
    public StreamHabits messageMs(int other) {
        return new StreamHabits(chunks, other, upgrade, connection);
    }

    /// The same habits with these words in the handshake.
    public StreamHabits upgrade(String upgradeWord, String connectionWord) {
        return new StreamHabits(chunks, messageMs, upgradeWord, connectionWord);
    }
}
