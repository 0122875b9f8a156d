package io.partyline.studio.mail;

import io.partyline.port.AnsweringMachine;
import io.partyline.port.AnsweringMachine.Recorded;
import io.partyline.port.MessageBook.Message;
import io.partyline.port.MessageBook.Stage;
import io.partyline.port.MessageException;
import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import io.partyline.studio.run.Rounds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Brings messages here from the network's answering machine, and has them erased there once they
/// are safe on the disk; in that order, so that whatever is cut off is done again.
///
/// The network's word that there is a message only says when to look: what there is, is asked of
/// the network itself, and only for calls that were asked to leave one. So a word that is lost,
/// late, comes twice or is somebody else's costs nothing but time.
///
/// One thread, `voicemail`, does all of it; every other thread only says that there is something to
/// do.
public final class Collector implements AutoCloseable {
    /// A recording may be this late behind the end of its call.
    static final Duration LATE = Duration.ofMinutes(1);

    /// Behind this nothing more is expected of a call: neither of one of which the network knows
    /// nothing, nor that a recording which is not finished will be.
    static final Duration GIVEN_UP = Duration.ofDays(1);

    /// The longest that this thread sleeps.
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final Postbox postbox;
    private final AnsweringMachine machine;
    private final Telephony telephony;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Rounds rounds = new Rounds("voicemail", this::round, ROUND);

    /// Guarded by itself.
    private final Visits visits = new Visits();

    private long notBefore;

    /// @param clock the wall time that messages are stamped with
    /// @param nanoTime a clock that only runs forward
    public Collector(
            Postbox postbox,
            AnsweringMachine machine,
            Telephony telephony,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.postbox = postbox;
        this.machine = machine;
        this.telephony = telephony;
        this.clock = clock;
        this.nanoTime = nanoTime;
        notBefore = nanoTime.getAsLong();
    }

    /// Begins to collect, until it is closed; first what was left while the program was gone.
    public void start() {
        rounds.start();
    }

    /// This caller has just been asked to leave a message.
    public void expect(CallId call) {
        tell(call, visits::expect);
    }

    /// The network has news of this call: its end, or a recording.
    public void news(CallId call) {
        tell(call, visits::news);
        rounds.nudge();
    }

    private interface Telling {
        void tell(String id, long now);
    }

    private void tell(CallId call, Telling telling) {
        long now = nanoTime.getAsLong();
        synchronized (visits) {
            postbox.expectedOf(call).forEach(id -> telling.tell(id, now));
        }
    }

    /// Sees to one message, if one is due.
    ///
    /// @return how long there is nothing to do, if nobody calls meanwhile
    Duration round() {
        long now = nanoTime.getAsLong();
        if (notBefore - now > 0) {
            return ROUND;
        }
        Optional<Message> due = due(postbox.open(), now);
        due.ifPresent(this::seeTo);
        return due.isPresent() ? Duration.ZERO : ROUND;
    }

    private Optional<Message> due(List<Message> open, long now) {
        List<String> ids = open.stream().map(Message::id).toList();
        synchronized (visits) {
            return visits.due(ids, now)
                    .flatMap(id -> open.stream().filter(one -> one.id().equals(id)).findFirst());
        }
    }

    private void seeTo(Message message) {
        inVain(message);
        try {
            if (message.stage() == Stage.EXPECTED) {
                collect(message);
            } else {
                erase(message);
            }
            postbox.works();
        } catch (TelephonyException failed) {
            failed.pause().ifPresent(pause -> notBefore = nanoTime.getAsLong() + pause.toNanos());
            postbox.report(failed);
        } catch (NoSoundException | MessageException failed) {
            postbox.report(failed);
        }
    }

    /// As long as nothing has come of a visit, there is another one.
    private void inVain(Message message) {
        synchronized (visits) {
            visits.inVain(message.id(), nanoTime.getAsLong());
        }
    }

    private void collect(Message message) {
        List<Recorded> recorded = machine.recorded(message.call());
        if (recorded.isEmpty()) {
            giveUp(message);
        } else if (isForgotten(message)) {
            fetchWhatThereIs(message, recorded);
        } else if (recorded.stream().allMatch(Recorded::finished)) {
            fetch(message, recorded);
        }
    }

    /// The message itself comes last: as long as it is expected, the others are looked for too.
    private void fetch(Message message, List<Recorded> recorded) {
        for (Recorded more : recorded.subList(1, recorded.size())) {
            if (!postbox.has(more.id())) {
                keep(postbox.another(message), more);
            }
        }
        keep(message, recorded.getFirst());
    }

    /// For the last time. What is not to be had stays at the network, and the host is told.
    private void fetchWhatThereIs(Message message, List<Recorded> recorded) {
        for (Recorded one : recorded) {
            if (!postbox.has(one.id()) && !isKept(postbox.another(message), one)) {
                postbox.missing(message);
            }
        }
        postbox.nothingCame(message);
    }

    private boolean isKept(Message message, Recorded recorded) {
        try {
            if (recorded.finished()) {
                keep(message, recorded);
            }
            return recorded.finished();
        } catch (NoSoundException nothing) {
            return false;
        }
    }

    private void keep(Message message, Recorded recorded) {
        byte[] wav = machine.fetch(recorded.id()).orElseThrow(NoSoundException::new);
        postbox.keep(message, recorded.id(), wav);
        synchronized (visits) {
            visits.goOn(message.id(), nanoTime.getAsLong());
        }
    }

    private void erase(Message message) {
        machine.erase(message.recording().orElseThrow());
        postbox.erased(message);
    }

    private void giveUp(Message message) {
        if (telephony.hasEnded(message.call()) ? isLate(message) : isForgotten(message)) {
            postbox.nothingCame(message);
        }
    }

    private boolean isLate(Message message) {
        long now = nanoTime.getAsLong();
        synchronized (visits) {
            return now - visits.overSince(message.id(), now) >= LATE.toNanos();
        }
    }

    private boolean isForgotten(Message message) {
        return !clock.instant().isBefore(message.at().plus(GIVEN_UP));
    }

    @Override
    public void close() {
        rounds.close();
    }
}
