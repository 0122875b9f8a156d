package io.partyline.llm;

/// What has been learned of one model at one server, by what it refused and how it answered.
///
/// @param otherLimit the field for the longest answer has the other of its two names there
/// @param noCounts it refuses to be asked for its counts
/// @param noForms it cannot be held to a form
/// @param noSystem its template knows no system role
/// @param needsRoom it thinks within the limit of its answer, and needs room for that
/// @param thinksAloud it begins with its thoughts, and marks only their end
/// @param trusted it has answered once without doing so
record Habits(
        boolean otherLimit,
        boolean noCounts,
        boolean noForms,
        boolean noSystem,
        boolean needsRoom,
        boolean thinksAloud,
        boolean trusted) {
    static final Habits NONE = new Habits(false, false, false, false, false, false, false);

    Habits withOtherLimit() {
        return new Habits(true, noCounts, noForms, noSystem, needsRoom, thinksAloud, trusted);
    }

    Habits withoutCounts() {
        return new Habits(otherLimit, true, noForms, noSystem, needsRoom, thinksAloud, trusted);
    }

    Habits withoutForms() {
        return new Habits(otherLimit, noCounts, true, noSystem, needsRoom, thinksAloud, trusted);
    }

    Habits withoutSystem() {
        return new Habits(otherLimit, noCounts, noForms, true, needsRoom, thinksAloud, trusted);
    }

    Habits withRoom() {
        return new Habits(otherLimit, noCounts, noForms, noSystem, true, thinksAloud, trusted);
    }

    Habits thinkingAloud() {
        return new Habits(otherLimit, noCounts, noForms, noSystem, needsRoom, true, trusted);
    }

    Habits asTrusted() {
        return new Habits(otherLimit, noCounts, noForms, noSystem, needsRoom, thinksAloud, true);
    }

    /// What either of two answers has learned.
    Habits and(Habits other) {
        return new Habits(
                otherLimit || other.otherLimit,
                noCounts || other.noCounts,
                noForms || other.noForms,
                noSystem || other.noSystem,
                needsRoom || other.needsRoom,
                thinksAloud || other.thinksAloud,
                trusted || other.trusted);
    }
}
