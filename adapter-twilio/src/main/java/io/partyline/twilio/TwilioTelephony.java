package io.partyline.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The carrier's REST desk, as the show's [Telephony].
///
/// Every question is asked once and answered, or given up, within three seconds; only one that the
/// carrier says it has not looked at (429) is asked once more, and never a `connect`: twice the
/// same document is two streams. Safe for use by many threads at once.
public final class TwilioTelephony implements Telephony {
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(300);
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
    private final TwilioRestClient carrier;

    /// Opens no connection yet.
    ///
    /// @param tokens shared with the [PhoneDoor] of the same show
    public TwilioTelephony(TwilioSettings settings, StreamTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
        twiml = new Twiml(settings);
        carrier =
                new TwilioRestClient.Builder(settings.accountSid(), settings.authToken().reveal())
                        .httpClient(new CarrierHttp(settings.apiBaseUrl()))
                        .build();
    }

    /// The ticket is ready before the question is asked, because the stream can come before the
    /// answer. If the answer is no, or none comes, it is void: a stream that comes all the same is
    /// turned away, and its caller waits on.
    @Override
    public void connect(CallId call) {
        String document = twiml.connect(tokens.renew(call));
        try {
            inWords(() -> Call.updater(safe(call)).setTwiml(document).update(carrier));
        } catch (TelephonyException e) {
            tokens.forget(call);
            throw e;
        }
    }

    @Override
    public void hangUp(CallId call) {
        inWords(() -> askTwice(() -> end(call)));
    }

    @Override
    public Set<CallId> liveCalls() {
        return ALIVE.stream()
                .flatMap(status -> inWords(() -> askTwice(() -> calls(status))).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean hasEnded(CallId call) {
        return inWords(() -> askTwice(() -> over(call)));
    }

    private boolean over(CallId call) {
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
    private boolean end(CallId call) {
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

    private List<CallId> calls(Call.Status status) {
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

    private <T> T askTwice(Supplier<T> question) {
        try {
            return question.get();
        } catch (CarrierRefusedException e) {
            if (!e.unseen()) {
                throw e;
            }
            pause();
            return question.get();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_ASKING_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TelephonyException("The question to the telephone company was given up.", e);
        }
    }

    /// An id goes into the path of a request.
    private static String safe(CallId call) {
        if (!TwilioSettings.isId(call.value())) {
            throw new TelephonyException("That is not a call on the telephone.");
        }
        return call.value();
    }

    /// Asks, and says in the host's words what went wrong. What the library says of an answer that
    /// it cannot read is left out, because it holds the answer, numbers and all.
    private static <T> T inWords(Supplier<T> question) {
        try {
            return question.get();
        } catch (CarrierRefusedException e) {
            throw new TelephonyException(e.sentence(), e);
        } catch (TwilioException _) {
            throw new TelephonyException("The telephone company's answer makes no sense to us.");
        }
    }
}
