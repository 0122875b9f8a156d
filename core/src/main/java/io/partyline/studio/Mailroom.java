package io.partyline.studio;

import io.partyline.port.CallerBook;
import io.partyline.port.JournalException;
import io.partyline.port.SoundShelf;
import io.partyline.port.Switchboard.Admission;
import io.partyline.port.Voicemail;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.studio.mail.Collector;
import io.partyline.studio.mail.Dictation;
import io.partyline.studio.mail.Postbox;
import io.partyline.studio.phone.ShowSwitchboard;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The voicemail of a studio: who may leave a message, and the threads that bring it here and have
/// it written down. Safe for use by many threads.
final class Mailroom implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Mailroom.class.getName());

    private final CallerBook callers;
    private final Postbox postbox;
    private final Collector collector;
    private final Dictation dictation;

    /// @param hasTime whether what is said in messages may be written down now
    Mailroom(Answering answering, Equipment equipment, ShowPlan plan, BooleanSupplier hasTime) {
        callers = equipment.callerBook();
        postbox = new Postbox(answering.book(), answering.invites(), this::name, plan.clock());
        collector =
                new Collector(
                        postbox,
                        answering.machine(),
                        equipment.telephony(),
                        plan.clock(),
                        plan.nanoTime());
        dictation = new Dictation(postbox, equipment.transcriber(), hasTime);
    }

    private String name(CallerNumber number) {
        return entry(number).map(entry -> entry.who().name()).orElse("");
    }

    private Optional<CallerBook.Entry> entry(CallerNumber number) {
        return number.known() ? callers.find(number.fingerprint()) : Optional.empty();
    }

    void start() {
        collector.start();
        dictation.start();
    }

    Voicemail voicemail() {
        return postbox;
    }

    SoundShelf shelf() {
        return postbox.shelf();
    }

    boolean expects(CallId call) {
        return postbox.expects(call);
    }

    /// Whoever has been asked for a message is told the same again, whatever the lines are
    /// meanwhile: a caller who was turned away stays turned away. Of a show that is over only the
    /// book knows who is banned.
    Admission ring(CallId call, CallerNumber number, ShowSwitchboard switchboard) {
        if (postbox.expects(call)) {
            return Admission.LEAVE_MESSAGE;
        }
        Admission admission = switchboard.ring(call, number);
        if (admission != Admission.CLOSED) {
            return admission;
        }
        if (isBanned(number)) {
            return Admission.BANNED;
        }
        return expect(call, number) ? Admission.LEAVE_MESSAGE : Admission.CLOSED;
    }

    /// A book that cannot be read keeps nobody from leaving a message.
    private boolean isBanned(CallerNumber number) {
        try {
            return entry(number).filter(CallerBook.Entry::banned).isPresent();
        } catch (JournalException failed) {
            LOG.log(Level.WARNING, "who is banned is not known: {0}", failed.getMessage());
            return false;
        }
    }

    private boolean expect(CallId call, CallerNumber number) {
        boolean may = postbox.expect(call, number);
        collector.expect(call);
        return may;
    }

    void news(CallId call) {
        collector.news(call);
    }

    List<String> forget(String fingerprint) {
        return postbox.forget(fingerprint);
    }

    @Override
    public void close() {
        dictation.close();
        collector.close();
    }
}
