package io.partyline.cast;

/// What of a sentence had reached the air when its voice was stopped.
public final class Heard {
    private Heard() {}

    /// The whole words of the sentence that had been heard, as far as their share of its letters
    /// tells.
    ///
    /// @param heard how much of the sound was heard, in samples
    /// @param total how long the sound was, in samples
    public static String words(String sentence, long heard, long total) {
        if (heard >= total) {
            return sentence;
        }
        int letters = (int) (sentence.length() * Math.max(0, heard) / Math.max(1, total));
        int end = sentence.lastIndexOf(' ', letters);
        return end <= 0 ? "" : sentence.substring(0, end).strip();
    }
}
