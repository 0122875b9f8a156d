package io.partyline.studio.screen;

import io.partyline.cast.ScreenerReply.Ask;
import io.partyline.cast.ScreenerScript;
import io.partyline.cast.Understood;
import io.partyline.show.Card;

/// How far the screener has come with one caller, and by that what it says next. A value.
///
/// @param dialogue whether the caller is asked until enough is known, or one question and no more
/// @param turn how many questions have been answered, be it with silence
/// @param silences how many of the answers were none
/// @param again whether the last answer was none
/// @param asked what they are asked for
/// @param understood what is known
record Progress(
        boolean dialogue, int turn, int silences, boolean again, Ask asked, Understood understood) {
    /// Questions in a talk.
    static final int MOST_TURNS = 4;

    /// Answers that are none, before the caller is left in peace.
    private static final int MOST_SILENCES = 2;

    /// Before the first word.
    static Progress begin(boolean dialogue) {
        return new Progress(
                dialogue, 0, 0, false, dialogue ? Ask.WHO : Ask.ALL, Understood.NOTHING);
    }

    /// They said nothing.
    Progress silent() {
        return new Progress(dialogue, turn + 1, silences + 1, true, asked, understood);
    }

    /// They said something.
    ///
    /// @param now all that is known by it
    Progress told(Understood now) {
        return new Progress(dialogue, turn + 1, silences, false, now.missing().orElse(asked), now);
    }

    /// Whether there is nothing more to ask.
    boolean over() {
        return turn >= (dialogue ? MOST_TURNS : 1) || silences >= MOST_SILENCES || enough();
    }

    private boolean enough() {
        return understood.declined() || understood.flagged() || understood.missing().isEmpty();
    }

    /// The next question; the last words, if there is none.
    String words() {
        if (over()) {
            return goodbye();
        }
        if (turn == 0) {
            return ScreenerScript.hello(asked);
        }
        return again
                ? ScreenerScript.again(asked)
                : ScreenerScript.next(asked, understood.told().name());
    }

    /// The last words, however far it has come.
    String goodbye() {
        if (understood.flagged()) {
            return ScreenerScript.human(understood.told().danger());
        }
        return understood.anything() && !understood.declined()
                ? ScreenerScript.thanks(understood.told().name())
                : ScreenerScript.wait(understood.declined());
    }

    /// What has come of it, if it ends here.
    Card.Screening outcome() {
        if (understood.declined()) {
            return Card.Screening.DECLINED;
        }
        return understood.anything() || understood.flagged()
                ? Card.Screening.DONE
                : Card.Screening.FAILED;
    }
}
