package io.partyline.carrier.call;

/// What a caller says or presses when a document gathers it.
sealed interface CallerInput {
    /// The word for this kind of input in `<Gather input>`.
    String kind();

    /// Spoken; `confidence` is from 0 to 1, or below 0 if the carrier does not say.
    record Speech(String text, double confidence) implements CallerInput {
        @Override
        public String kind() {
            return "speech";
        }
    }

    /// Pressed.
    record Keys(String digits) implements CallerInput {
        @Override
        public String kind() {
            return "dtmf";
        }
    }
}
