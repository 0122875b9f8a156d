package io.partyline.rehearsal;

import io.partyline.port.Transcriber;
import io.partyline.show.CallId;
import io.partyline.show.Speaker;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// A recogniser that hears what a test dictates, whatever the sound is. Safe for use by many
/// threads.
final class DictatedEars implements Transcriber {
    private final Map<CallId, Consumer<Heard>> aside = new ConcurrentHashMap<>();
    private final Map<CallId, Consumer<Heard>> onAir = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "dictation";
    }

    @Override
    public Session open(Speaker speaker, Consumer<Heard> heard) {
        speaker.call().ifPresent(call -> onAir.put(call, heard));
        return new Deaf();
    }

    @Override
    public Session openAside(Speaker speaker, Consumer<Heard> heard) {
        speaker.call().ifPresent(call -> aside.put(call, heard));
        return new Deaf();
    }

    /// Whether a screener listens to this caller.
    boolean listensAsideTo(CallId call) {
        return aside.containsKey(call);
    }

    /// Whether the show listens to this caller.
    boolean listensTo(CallId call) {
        return onAir.containsKey(call);
    }

    /// The caller says something to the screener.
    void tellsTheScreener(CallId call, String text) {
        said(aside, call, text);
    }

    /// The caller says something on the air.
    void saysOnTheAir(CallId call, String text) {
        said(onAir, call, text);
    }

    private static void said(Map<CallId, Consumer<Heard>> ears, CallId call, String text) {
        Consumer<Heard> ear = ears.get(call);
        if (ear == null) {
            throw new IllegalStateException("nobody listens to " + call);
        }
        ear.accept(new Heard(text, 0, 1, 1));
    }

    private static final class Deaf implements Session {
        @Override
        public void accept(float[] frame, long atSample) {}

        @Override
        public void close() {}
    }
}
