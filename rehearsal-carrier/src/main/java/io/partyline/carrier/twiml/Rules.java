package io.partyline.carrier.twiml;

/// Which verbs a document may use.
public enum Rules {
    /// The call's own document.
    CALL {
        @Override
        public boolean allow(Verb verb) {
            return !(verb instanceof Verb.Leave);
        }
    },
    /// A wait document of a queue: `<Play>`, `<Say>`, `<Pause>`, `<Hangup>`, `<Redirect>`,
    /// `<Leave>`, `<Gather>` (documented).
    WAITING {
        @Override
        public boolean allow(Verb verb) {
            return switch (verb) {
                case Verb.Play _, Verb.Say _, Verb.Pause _, Verb.Hangup _ -> true;
                case Verb.Redirect _, Verb.Leave _, Verb.Gather _ -> true;
                case Verb.Connect _, Verb.Enqueue _, Verb.Reject _, Verb.Message _ -> false;
            };
        }
    };

    public abstract boolean allow(Verb verb);
}
