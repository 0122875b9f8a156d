package io.partyline.port;

import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.show.Turn;
import io.partyline.spend.Dollars;
import io.partyline.spend.Spending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a host can see and do.
///
/// Safe for use by many threads at once; nothing here ever waits for a model or the network unless
/// it says so.
public interface ControlRoom {
    /// The show as it stands.
    Show show();

    /// Asks something of the show, and waits until it is decided and written down.
    Decision ask(Command command);

    /// Takes a waiting caller, or the next one, and waits until they are heard in the program.
    TakeOutcome take(CallId call);

    /// Takes the caller whose turn it is; as [#take].
    ///
    /// @param replacing whether the callers on the air go on hold first, but for locked ones
    TakeOutcome takeNext(boolean replacing);

    /// The cast, and what each of them will call about.
    List<CastMember> cast();

    /// Those who come back, real and made up.
    People people();

    /// Music and carts.
    default Jukebox jukebox() {
        return Jukebox.none();
    }

    /// What callers have left on the show's voicemail.
    default Voicemail voicemail() {
        return Voicemail.off();
    }

    /// The program on its way to listeners.
    Transmitter transmitter();

    /// The shows that are over.
    PastShows pastShows();

    /// Brings an AI caller on, and waits until they are heard in the program.
    ///
    /// @param key as on the host's desk
    TakeOutcome bring(String key);

    /// The host says something to the AI callers; waits until the answer is worded, which is before
    /// all of it is heard.
    ///
    /// @param limit how long to wait
    ChatOutcome chat(String text, Duration limit);

    /// Speaks a text on the AI channel, outside any turn.
    ///
    /// @param voice one of the synthesiser's
    /// @return a sentence that says what is wrong; empty if it is being spoken
    Optional<String> speak(String text, String voice);

    /// Ends the show: every call, the lines and the recording. Waits until the recordings are
    /// closed and the files are there, but for no model: what is still being thought about its
    /// calls is filed with it later. Until the next one is started this show stays, as it ended.
    /// Ending a show that has ended makes its files anew.
    ///
    /// @return the names of the files that the show has left, as seen from its folder
    List<String> end();

    /// Starts a show, if none is running.
    ///
    /// @param recording whether it is recorded from the beginning
    /// @param linesOpen whether the lines are open; if empty, as the settings have it
    Decision start(boolean recording, Optional<Boolean> linesOpen);

    /// Ends the show and starts a new one, as the settings have it.
    void reset();

    /// The events since a number of a show, and those that come, whatever show they are of, until
    /// the subscription is closed. Behind 0, the events begin where those that are kept begin.
    ///
    /// @param show the one that is running, or one before it of which events are kept; of any
    ///   other, only those are told that are still to come
    EventFeed events(ShowId show, long after);

    /// The levels at this moment.
    List<Level> levels();

    /// How it sounds, beyond the levels.
    Listening listening();

    /// One line for each part of the machinery.
    List<Health> health();

    /// What models and voices have cost this show, and what it may spend.
    Spent spent();

    /// The show position, in samples at 48 kHz from show zero.
    long position();

    /// A persona as the desk shows it.
    ///
    /// @param returning whether they have called an earlier show
    /// @param insteadOf whose key it is, if that one does not call tonight; empty if they do
    /// @param onShow whether they are on a call now
    record CastMember(
            String key,
            String name,
            String gender,
            String ageRange,
            String vibe,
            String voice,
            boolean returning,
            Optional<String> insteadOf,
            boolean onShow) {}

    /// How a take ended.
    sealed interface TakeOutcome {
        record OnAir(Call call) implements TakeOutcome {}

        /// The show said no.
        record Refused(Reason reason) implements TakeOutcome {}

        /// The world failed; a real caller is back in their place.
        ///
        /// @param why a sentence for the host
        record Failed(String why) implements TakeOutcome {}
    }

    /// How a question to an AI caller ended.
    sealed interface ChatOutcome {
        /// The answer is worded, and being spoken.
        ///
        /// @param text what they say
        record Answered(Turn turn, String caller, String text) implements ChatOutcome {}

        record Refused(Reason reason) implements ChatOutcome {}

        /// The world failed.
        ///
        /// @param why a sentence for the host
        record Failed(String why) implements ChatOutcome {}
    }

    /// What models and voices have cost.
    ///
    /// @param spending up to this moment
    /// @param cap dollars that a show may spend, if there is a cap
    /// @param warned whether four fifths of the cap are spent
    /// @param exhausted whether the cap is reached, and the AI callers are silent
    /// @param unpriced names of models that no price is known for, so that they cost nothing here
    record Spent(
            Spending spending,
            Optional<Dollars> cap,
            boolean warned,
            boolean exhausted,
            List<String> unpriced) {
        public Spent {
            unpriced = List.copyOf(unpriced);
        }
    }

    /// The level of one source or listener.
    ///
    /// @param name `host`, `ai`, `music`, `effects`, `program`, `monitor` or a call's id
    /// @param peakDb peak, in dB below full scale; -120 for silence
    /// @param rmsDb loudness, in dB below full scale; -120 for silence
    record Level(String name, double peakDb, double rmsDb) {}

    /// How one part is doing.
    ///
    /// @param part `phone`, `sound card`, `transcription`, `language model`, `voice`, `journal`,
    ///   `recorder`, ...
    /// @param detail a sentence for the host
    record Health(String part, State state, String detail) {
        /// Whether it works.
        public enum State {
            FINE,
            OFF,
            TROUBLE
        }
    }
}
