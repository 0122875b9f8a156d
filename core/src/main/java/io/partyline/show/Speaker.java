package io.partyline.show;

import java.util.Optional;

/// Whose words an utterance holds.
public sealed interface Speaker {
    String name();

    /// The role in the form that transcripts and other programs use: `host`, `real_caller:{name}`
    /// or `ai_caller:{name}`.
    String role();

    /// The call that the speaker is on; none for the host.
    Optional<CallId> call();

    record Host(String name) implements Speaker {
        @Override
        public String role() {
            return "host";
        }

        @Override
        public Optional<CallId> call() {
            return Optional.empty();
        }
    }

    record RealCaller(CallId id, String name) implements Speaker {
        @Override
        public String role() {
            return "real_caller:" + name;
        }

        @Override
        public Optional<CallId> call() {
            return Optional.of(id);
        }
    }

    record AiCaller(CallId id, String name) implements Speaker {
        @Override
        public String role() {
            return "ai_caller:" + name;
        }

        @Override
        public Optional<CallId> call() {
            return Optional.of(id);
        }
    }

    /// The speaker that a call puts on the air.
    static Speaker of(Call call) {
        return call.caller().isReal()
                ? new RealCaller(call.id(), call.caller().name())
                : new AiCaller(call.id(), call.caller().name());
    }
}
