package io.partyline.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Queue;
import com.twilio.rest.api.v2010.account.queue.Member;
import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The carrier's REST desk, as the show's [Telephony].
///
/// A `connect` is asked once, because twice the same document is two streams; everything else is
/// asked again if the carrier says that it has not looked at it. Safe for use by many threads at
/// once.
public final class TwilioTelephony implements Telephony {
    private static final long LARGEST_PAGE = 1000;
    private static final List<Call.Status> ALIVE =
            List.of(Call.Status.IN_PROGRESS, Call.Status.RINGING, Call.Status.QUEUED);
    private static final Set<Call.Status> OVER =
            EnumSet.of(
                    Call.Status.COMPLETED,
                    Call.Status.CANCELED,
                    Call.Status.BUSY,
                    Call.Status.FAILED,
                    Call.Status.NO_ANSWER);

    private final TwilioSettings settings;
    private final StreamTokens tokens;
    private final Twiml twiml;
    private final NumberFingerprint fingerprint;
    private final Questions questions;
    private volatile Optional<String> queue = Optional.empty();

    /// Opens no connection yet.
    ///
    /// @param tokens shared with the [PhoneDoor] of the same show
    /// @param fingerprint the same as the door's, so that a number is recognised by both
    public TwilioTelephony(
            TwilioSettings settings, StreamTokens tokens, NumberFingerprint fingerprint) {
        this.settings = settings;
        this.tokens = tokens;
        this.fingerprint = fingerprint;
        twiml = new Twiml(settings);
        questions = new Questions(settings);
    }

    /// The ticket is ready before the question is asked, because the stream can come before the
    /// answer. If the answer is no, or none comes, it is void: a stream that comes all the same is
    /// turned away, and its caller waits on.
    @Override
    public void connect(CallId call) {
        String document = twiml.connect(tokens.renew(call));
        try {
            questions.once(carrier -> Call.updater(safe(call)).setTwiml(document).update(carrier));
        } catch (TelephonyException e) {
            tokens.forget(call);
            throw e;
        }
    }

    @Override
    public void hangUp(CallId call) {
        questions.patiently(carrier -> end(call, carrier));
    }

    @Override
    public Set<CallId> liveCalls() {
        return ALIVE.stream()
                .flatMap(status -> questions.patiently(carrier -> calls(status, carrier)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The queue is made by the carrier when somebody first enters it, and is there from then on.
    @Override
    public List<Waiting> waiting() {
        if (queue.isEmpty()) {
            queue = questions.patiently(TwilioTelephony::queue);
        }
        return queue.map(sid -> questions.patiently(carrier -> waiting(sid, carrier)))
                .orElse(List.of());
    }

    /// A queue that somebody has deleted in the console holds nobody.
    private List<Waiting> waiting(String sid, TwilioRestClient carrier) {
        try {
            return members(sid, carrier);
        } catch (CarrierRefusedException e) {
            if (!e.ended()) {
                throw e;
            }
            queue = Optional.empty();
            return List.of();
        }
    }

    private static Optional<String> queue(TwilioRestClient carrier) {
        var pages = Queue.reader().setPageSize(LARGEST_PAGE).read(carrier);
        return StreamSupport.stream(pages.spliterator(), false)
                .filter(queue -> Twiml.QUEUE.equals(queue.getFriendlyName()))
                .map(Queue::getSid)
                .findFirst();
    }

    private static List<Waiting> members(String queue, TwilioRestClient carrier) {
        var pages = Member.reader(queue).setPageSize(LARGEST_PAGE).read(carrier);
        return StreamSupport.stream(pages.spliterator(), false)
                .sorted(Comparator.comparing(member -> known(member.getPosition())))
                .map(member ->
                        new Waiting(
                                new CallId(known(member.getCallSid())),
                                known(member.getDateEnqueued()).toInstant()))
                .toList();
    }

    private static <T> T known(@Nullable T told) {
        if (told == null) {
            throw new TelephonyException("The telephone company's answer makes no sense to us.");
        }
        return told;
    }

    /// The number itself stays here.
    @Override
    public CallerNumber number(CallId call) {
        return questions.patiently(carrier -> number(call, carrier));
    }

    private CallerNumber number(CallId call, TwilioRestClient carrier) {
        try {
            String from = Call.fetcher(safe(call)).fetch(carrier).getFrom();
            return fingerprint.of(Objects.requireNonNullElse(from, ""));
        } catch (CarrierRefusedException e) {
            if (!e.ended()) {
                throw e;
            }
            return CallerNumber.WITHHELD;
        }
    }

    @Override
    public boolean hasEnded(CallId call) {
        return questions.patiently(carrier -> over(call, carrier));
    }

    /// A call that the desk does not find by its id, or not yet, may still be in its list.
    @Override
    public boolean isAlive(CallId call) {
        return questions.once(carrier -> alive(call, carrier)) || liveCalls().contains(call);
    }

    private boolean alive(CallId call, TwilioRestClient carrier) {
        try {
            return ALIVE.contains(Call.fetcher(safe(call)).fetch(carrier).getStatus());
        } catch (CarrierRefusedException e) {
            if (!e.ended()) {
                throw e;
            }
            return false;
        }
    }

    private boolean over(CallId call, TwilioRestClient carrier) {
        try {
            return OVER.contains(Call.fetcher(safe(call)).fetch(carrier).getStatus());
        } catch (CarrierRefusedException e) {
            if (!e.ended()) {
                throw e;
            }
            return false;
        }
    }

    /// @return whether it was there to be ended
    private boolean end(CallId call, TwilioRestClient carrier) {
        try {
            Call.updater(safe(call)).setStatus(Call.UpdateStatus.COMPLETED).update(carrier);
            return true;
        } catch (CarrierRefusedException e) {
            if (!e.ended()) {
                throw e;
            }
            return false;
        }
    }

    private List<CallId> calls(Call.Status status, TwilioRestClient carrier) {
        var pages =
                Call.reader()
                        .setTo(settings.phoneNumber())
                        .setStatus(status)
                        .setPageSize(LARGEST_PAGE)
                        .read(carrier);
        return StreamSupport.stream(pages.spliterator(), false)
                .map(call -> new CallId(call.getSid()))
                .toList();
    }

    /// An id goes into the path of a request.
    private static String safe(CallId call) {
        if (!TwilioSettings.isId(call.value())) {
            throw new TelephonyException("That is not a call on the telephone.");
        }
        return call.value();
    }
}
