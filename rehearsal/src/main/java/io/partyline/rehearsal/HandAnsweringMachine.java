package io.partyline.rehearsal;

import io.partyline.port.AnsweringMachine;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answering machine that is worked by hand. Safe for use by many threads at once.
public final class HandAnsweringMachine implements AnsweringMachine {
    private record Tape(CallId call, ByteBuffer wav, boolean finished) {
        static Tape of(CallId call, byte[] wav, boolean finished) {
            return new Tape(call, ByteBuffer.wrap(wav.clone()), finished);
        }
    }

    private final Map<String, Tape> tapes = new LinkedHashMap<>();
    private final List<String> questions = new ArrayList<>();
    private Optional<TelephonyException> trouble = Optional.empty();
    private int missing;
    private int made;

    /// A machine with nothing on it.
    public HandAnsweringMachine() {}

    /// A caller has left a message.
    ///
    /// @return as which the machine has it
    public synchronized String records(CallId call, byte[] wav) {
        return put(call, wav, true);
    }

    /// A caller is leaving a message.
    public synchronized String isRecording(CallId call) {
        return put(call, new byte[0], false);
    }

    private String put(CallId call, byte[] wav, boolean finished) {
        made++;
        String id = "recording-" + made;
        tapes.put(id, Tape.of(call, wav, finished));
        return id;
    }

    /// The message that was being left is complete.
    public synchronized void finishes(String recording, byte[] wav) {
        tapes.computeIfPresent(recording, (_, tape) -> Tape.of(tape.call(), wav, true));
    }

    /// The sound of the next recordings that are asked for is not there yet, so many times.
    public synchronized void isSlow(int times) {
        missing = times;
    }

    /// Nothing can be asked from now on.
    public synchronized void fails(String sentence) {
        trouble = Optional.of(new TelephonyException(sentence));
    }

    /// The machine is too busy from now on, and wants to be left alone for so long.
    public synchronized void isBusy(Duration pause) {
        trouble =
                Optional.of(
                        new TelephonyException(
                                "The telephone company is too busy: try again in a moment.",
                                pause,
                                new IllegalStateException("busy")));
    }

    /// All is well.
    public synchronized void recovers() {
        trouble = Optional.empty();
    }

    /// The recordings that there are.
    public synchronized List<String> recordings() {
        return List.copyOf(tapes.keySet());
    }

    /// Everything that was asked, oldest first, such as `fetch recording-1`.
    public synchronized List<String> questions() {
        return List.copyOf(questions);
    }

    private void ask(String question) {
        questions.add(question);
        trouble.ifPresent(failed -> {
            throw failed;
        });
    }

    @Override
    public synchronized List<Recorded> recorded(CallId call) {
        ask("recorded " + call);
        return tapes.entrySet().stream()
                .filter(tape -> tape.getValue().call().equals(call))
                .map(tape -> new Recorded(tape.getKey(), tape.getValue().finished()))
                .toList();
    }

    @Override
    public synchronized Optional<byte[]> fetch(String recording) {
        ask("fetch " + recording);
        Tape tape = tapes.get(recording);
        if (tape == null || missing > 0) {
            missing = Math.max(0, missing - 1);
            return Optional.empty();
        }
        return Optional.of(tape.wav().array().clone());
    }

    @Override
    public synchronized void erase(String recording) {
        ask("erase " + recording);
        tapes.remove(recording);
    }
}
