package io.partyline.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Recording;
import io.partyline.port.AnsweringMachine;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// The recordings that the carrier has made of messages, by its REST desk.
///
/// What there is of a call is asked by the call, so that no other recording of the account is ever
/// looked at, let alone erased. Safe for use by many threads at once.
public final class TwilioAnsweringMachine implements AnsweringMachine {
    private static final long LARGEST_PAGE = 1000;

    /// There is no sound, and there will be none.
    private static final Set<Recording.Status> NOTHING =
            EnumSet.of(Recording.Status.ABSENT, Recording.Status.DELETED);

    private final Questions questions;
    private final RecordingFile file;

    /// Opens no connection yet.
    public TwilioAnsweringMachine(TwilioSettings settings) {
        questions = new Questions(settings);
        file = new RecordingFile(settings);
    }

    @Override
    public List<Recorded> recorded(CallId call) {
        return questions.patiently(carrier -> recorded(call, carrier));
    }

    private static List<Recorded> recorded(CallId call, TwilioRestClient carrier) {
        var pages =
                Recording.reader()
                        .setCallSid(safe(call.value()))
                        .setPageSize(LARGEST_PAGE)
                        .read(carrier);
        return StreamSupport.stream(pages.spliterator(), false)
                .filter(recording -> !NOTHING.contains(recording.getStatus()))
                .filter(recording -> call.value().equals(recording.getCallSid()))
                .sorted(Comparator.comparingLong(TwilioAnsweringMachine::started))
                .map(recording ->
                        new Recorded(
                                safe(Objects.requireNonNullElse(recording.getSid(), "")),
                                recording.getStatus() == Recording.Status.COMPLETED))
                .toList();
    }

    private static long started(Recording recording) {
        var at = recording.getDateCreated();
        return at == null ? 0 : at.toEpochSecond();
    }

    @Override
    public Optional<byte[]> fetch(String recording) {
        return found(_ -> Optional.of(file.fetch(safe(recording))), Optional::empty);
    }

    @Override
    public void erase(String recording) {
        found(carrier -> Recording.deleter(safe(recording)).delete(carrier), () -> false);
    }

    private interface Otherwise<T> {
        T get();
    }

    /// @param missing what is done if the carrier has no such recording
    private <T> T found(Function<TwilioRestClient, T> question, Otherwise<T> missing) {
        return questions.patiently(carrier -> {
            try {
                return question.apply(carrier);
            } catch (CarrierRefusedException e) {
                if (!e.ended()) {
                    throw e;
                }
                return missing.get();
            }
        });
    }

    /// An id goes into the path of a request.
    private static String safe(String id) {
        if (!TwilioSettings.isId(id)) {
            throw new TelephonyException("The telephone company's answer makes no sense to us.");
        }
        return id;
    }
}
