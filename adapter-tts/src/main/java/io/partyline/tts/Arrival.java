package io.partyline.tts;

/// What comes from a server or a program, in order.
sealed interface Arrival {
    /// Some bytes of sound; never changed again.
    final class Bytes implements Arrival {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /// Nothing more will come.
    record End() implements Arrival {}

    /// It broke; the sentence is for the host.
    record Broken(String sentence) implements Arrival {}
}
