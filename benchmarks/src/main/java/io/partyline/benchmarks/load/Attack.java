package io.partyline.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/// What strangers do to a door; each is done by many at once, again and again.
enum Attack {
    /// Nobody does anything: what the others are compared with.
    NOBODY(0) {
        @Override
        void once(Socket door, Random chance) {
            throw new IllegalStateException("Nobody does that.");
        }
    },

    /// Half a head or half a body, and then a byte now and then, until the door has had enough.
    SLOW_CONNECTIONS(150) {
        @Override
        void once(Socket door, Random chance) throws IOException {
            say(door, chance.nextBoolean() ? HALF_HEAD : HALF_BODY);
            while (!door.isClosed()) {
                Naps.nap(BETWEEN_BYTES);
                say(door, "a");
            }
        }
    },

    /// Whole requests that nobody has signed, up to 800 a second at each door: what is asked faster
    /// would only show that the strangers live on the same computer.
    FLOOD(16) {
        @Override
        void once(Socket door, Random chance) throws IOException {
            say(door, UNSIGNED);
            read(door);
            Naps.nap(BETWEEN_REQUESTS);
        }
    },

    /// What is no request: bytes by chance, and requests of which some bytes are wrong.
    FUZZ(16) {
        @Override
        void once(Socket door, Random chance) throws IOException {
            byte[] bytes = UNSIGNED.getBytes(ISO_8859_1);
            if (chance.nextBoolean()) {
                bytes = new byte[1 + chance.nextInt(MOST_BYTES)];
                chance.nextBytes(bytes);
            }
            for (int i = chance.nextInt(MOST_WRONG); i >= 0; i--) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
            }
            door.getOutputStream().write(bytes);
            door.shutdownOutput();
            read(door);
            Naps.nap(BETWEEN_REQUESTS);
        }
    };

    private static final String HALF_HEAD = "POST /api/twilio/voice HTTP/1.1\r\nHost: show.exa";
    private static final String HALF_BODY =
            "POST /api/twilio/voice HTTP/1.1\r\nHost: show.example\r\nContent-Length: 900\r\n\r\nCallS";
    private static final String UNSIGNED =
            "POST /api/twilio/voice HTTP/1.1\r\nHost: show.example\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\nCallSid=1";
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(500);
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(20);
    private static final int MOST_BYTES = 600;
    private static final int MOST_WRONG = 8;

    private final int strangers;

    Attack(int strangers) {
        this.strangers = strangers;
    }

    /// How many do it at each door.
    int strangers() {
        return strangers;
    }

    /// Does it once.
    ///
    /// @throws IOException when the door closes
    abstract void once(Socket door, Random chance) throws IOException;

    /// How it is called in a report.
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void say(Socket door, String words) throws IOException {
        door.getOutputStream().write(words.getBytes(ISO_8859_1));
    }

    private static void read(Socket door) throws IOException {
        var _ = door.getInputStream().readAllBytes();
    }
}
