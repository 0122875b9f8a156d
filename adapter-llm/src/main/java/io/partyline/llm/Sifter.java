package io.partyline.llm;

import io.partyline.cast.Prompt;
import java.util.Locale;
import java.util.regex.Pattern;

/// Lets through what is to be said, and holds back what may be thought.
///
/// Some servers mark only the end of a thought, so that its beginning looks like speech. Whether a
/// model is one of these is seen in its first answer: that one is held back for a moment, or to its
/// end if it begins as thoughts do; and so is every answer of a model that was seen to do so. For
/// one thread.
final class Sifter {
    /// How thoughts begin that nobody was meant to hear.
    private static final Pattern LIKE_THOUGHTS =
            Pattern.compile(
                    "(okay|ok|alright|hmm+|wait|so|well, the|first)?[,.]* ?(let me|let's|let us|i need"
                            + "|i should|i have to|i'm asked|we need|we should|we have|we are asked|the (user|host"
                            + "|caller|persona|question|prompt|instruction)|my (task|role)|user (says|asks|wants)"
                            + "|this is a|now,? i)\\b.*",
                    Pattern.DOTALL);

    private final Scaffolding scaffolding;
    private final Habits habits;
    private final StringBuilder held = new StringBuilder();
    private boolean holding;
    private boolean patient;
    private boolean saidSomething;

    Sifter(Prompt prompt, Habits habits) {
        this.scaffolding = new Scaffolding(Labels.of(prompt));
        this.habits = habits;
        this.holding = !habits.trusted() || habits.thinksAloud();
        this.patient = habits.thinksAloud();
    }

    /// What is to be said now.
    String add(String text) {
        boolean wasClosed = scaffolding.closedUnopened();
        String said = scaffolding.add(text);
        if (scaffolding.closedUnopened() && !wasClosed) {
            held.setLength(0);
        }
        holding &= !scaffolding.closedUnopened() && !scaffolding.opened();
        held.append(said);
        return holding ? "" : release();
    }

    /// Whether something is held back that time alone could set free.
    boolean waits() {
        return holding && !patient && !held.isEmpty();
    }

    /// The moment is over.
    String timeIsUp() {
        patient = LIKE_THOUGHTS.matcher(held.toString().toLowerCase(Locale.ROOT)).matches();
        return patient ? "" : release();
    }

    /// The answer is over.
    ///
    /// @param cut whether in the middle, so that the end of a thought may be missing
    String end(boolean cut) {
        held.append(scaffolding.end());
        if (cut && holding && habits.thinksAloud()) {
            held.setLength(0);
        }
        return release();
    }

    private String release() {
        holding = false;
        String said = held.toString();
        held.setLength(0);
        saidSomething |= !said.isBlank();
        return said;
    }

    /// Whether the model goes on with what is none of its own.
    boolean over() {
        return scaffolding.over();
    }

    /// Whether nothing came but thoughts without an end.
    boolean onlyThought() {
        return !saidSomething && scaffolding.thinking();
    }

    boolean saidSomething() {
        return saidSomething;
    }

    /// What this answer has taught.
    Habits learned() {
        return scaffolding.closedUnopened() ? habits.thinkingAloud() : habits.asTrusted();
    }
}
