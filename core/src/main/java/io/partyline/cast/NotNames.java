package io.partyline.cast;

import java.util.Set;

/// Words that a capital letter does not make a surname: a recogniser begins sentences with them,
/// or they are days, months and what people are.
final class NotNames {
    static final Set<String> WORDS =
            Set.of(
                    "i", "i'm", "and", "but", "so", "the", "a", "an", "you", "he", "she", "it",
                    "we", "they", "this", "that", "there", "here", "what", "when", "where", "who",
                    "why", "how", "yes", "no", "oh", "well", "okay", "ok", "thanks", "thank",
                    "hello", "hi", "hey", "if", "is", "are", "was", "do", "did", "can", "could",
                    "would", "will", "let", "let's", "my", "your", "our", "his", "her", "their",
                    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                    "january", "february", "march", "april", "may", "june", "july", "august",
                    "september", "october", "november", "december", "american", "english", "irish",
                    "italian", "german", "french", "mexican", "canadian", "christmas", "god",
                    "from", "calling", "again", "now", "on", "in", "at", "for", "with", "tell",
                    "go", "come", "please", "welcome", "good", "not", "just", "like", "line",
                    "caller", "new", "old", "saint", "san", "los", "las", "north", "south", "east",
                    "west", "first", "last", "number");

    private NotNames() {}
}
