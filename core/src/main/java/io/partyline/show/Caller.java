package io.partyline.show;

/// Who is on the other end of a call.
public sealed interface Caller {
    /// The name used on the air and on the desk.
    String name();

    /// A person on the telephone.
    ///
    /// @param name what they are called: "Caller #1" until they have given a name
    record Real(String name, CallerNumber number) implements Caller {
        /// What a person is called until they have been on the air or given a name.
        public static final String UNNAMED = "Caller";

        /// The same person under the name that their place in the take order gives them.
        Real numbered(int takeOrder) {
            return name.equals(UNNAMED) ? new Real(UNNAMED + " #" + takeOrder, number) : this;
        }

        /// The same person under the name on their card, or as before they had given one.
        Real called(String given, int takeOrder) {
            Real nameless = new Real(UNNAMED, number);
            if (!given.isBlank()) {
                return new Real(given, number);
            }
            return takeOrder == 0 ? nameless : nameless.numbered(takeOrder);
        }
    }

    /// A persona of the cast.
    ///
    /// @param voice the synthesiser's name for their voice
    /// @param background why they call tonight; chosen once a call
    record Ai(String name, PersonaKey key, String voice, String background) implements Caller {}

    default boolean isReal() {
        return this instanceof Real;
    }
}
