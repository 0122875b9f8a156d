package io.partyline.rehearsal;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;

/// A model that answers in sentences nobody has said before, word by word; by chance it stalls
/// before its first word or between two others, for as long as that is on a clock that is turned by
/// hand, or breaks off. Everything but a reply it answers at once.
final class FickleMind implements LanguageModel {
    private static final String[] WORDS = {
        "boats", "and", "the", "harbour", "old", "never", "sailing", "with", "my", "father", "rain",
        "again", "is", "what", "we", "mended", "of", "a", "wooden", "keel"
    };
    private static final String[] SYLLABLES = {"ba", "de", "fi", "go", "lu", "ma", "ne", "po"};

    /// No more than is spoken in one turn.
    private static final int MOST_SENTENCES = 3;

    private static final int MOST_WORDS = 10;

    private final HandClock clock;
    private final Tally tally;
    private final Random chance;
    private int sentences;
    private boolean calm;

    FickleMind(HandClock clock, Tally tally, long seed) {
        this.clock = clock;
        this.tally = tally;
        this.chance = new Random(seed);
    }

    /// From now on it neither stalls nor breaks off.
    synchronized void calm() {
        calm = true;
    }

    @Override
    public String name() {
        return "fickle";
    }

    @Override
    public synchronized TextStream reply(Prompt prompt) {
        if (prompt.purpose() != Prompt.Purpose.REPLY) {
            return new Reply("They talked about boats.\nTopic: boats", 0, 0, Integer.MAX_VALUE);
        }
        var text = new StringBuilder();
        int count = 1 + chance.nextInt(MOST_SENTENCES);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(sentence());
        }
        boolean breaks = !calm && chance.nextInt(12) == 0;
        return new Reply(text.toString(), stall(), stall(), breaks ? 4 : Integer.MAX_VALUE);
    }

    /// The first word is like no other.
    private String sentence() {
        var text = new StringBuilder();
        for (int rest = ++sentences; rest > 0; rest /= SYLLABLES.length) {
            text.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        text.append("so");
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        int words = 1 + chance.nextInt(MOST_WORDS);
        for (int i = 0; i < words; i++) {
            text.append(' ').append(WORDS[chance.nextInt(WORDS.length)]);
        }
        return text.append('.').toString();
    }

    /// In turns of the clock: mostly not at all, at times for a second, and seldom for a minute.
    private int stall() {
        if (calm || chance.nextInt(4) > 0) {
            return 0;
        }
        return chance.nextInt(10) == 0 ? 3_000 : chance.nextInt(50);
    }

    private final class Reply implements TextStream {
        private final Deque<String> words;
        private final int before;
        private final int within;
        private final int breaksAfter;
        private int told;
        private volatile Ending ending = Ending.OPEN;

        private Reply(String text, int before, int within, int breaksAfter) {
            this.words = new ArrayDeque<>(Arrays.asList(text.split("(?<= )")));
            this.before = before;
            this.within = within;
            this.breaksAfter = breaksAfter;
        }

        @Override
        public Optional<String> next() {
            if (told == 0) {
                stall(before);
            } else if (told == 2) {
                stall(within);
            }
            if (ending != Ending.OPEN) {
                return Optional.empty();
            }
            if (told == breaksAfter) {
                tally.add(Incident.A_MODEL_BREAKS_OFF, told > 0);
                throw new LanguageModelException("The model broke off.");
            }
            told++;
            Optional<String> word = Optional.ofNullable(words.poll());
            if (word.isEmpty()) {
                ending = Ending.FINISHED;
            }
            return word;
        }

        private void stall(int turns) {
            if (turns > 0 && ending == Ending.OPEN) {
                tally.add(Incident.A_MODEL_STALLS, told > 0);
                clock.awaitTurns(turns, () -> ending != Ending.OPEN);
            }
        }

        @Override
        public Ending ending() {
            return ending;
        }

        @Override
        public void close() {
            if (ending == Ending.OPEN) {
                ending = Ending.GIVEN_UP;
            }
        }
    }
}
