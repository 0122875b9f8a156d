package io.partyline.llm;

import io.partyline.cast.Form;
import io.partyline.cast.Prompt;
import java.util.Optional;

/// A prompt for one model, with what has been learned of that model.
record Question(Prompt prompt, String model, Habits habits) {
    /// Tokens for a model that thinks within the limit of its answer: what those that are asked to
    /// think little use for a short reply.
    private static final int ROOM_FOR_THOUGHTS = 2_000;

    Question with(Habits learned) {
        return new Question(prompt, model, learned);
    }

    /// Whether both are the same on the wire.
    boolean isLike(Question other) {
        return habits.withoutForms().equals(other.habits.withoutForms())
                && form().equals(other.form());
    }

    /// Most tokens of the answer.
    int most() {
        return habits.needsRoom() ? prompt.most() + ROOM_FOR_THOUGHTS : prompt.most();
    }

    /// What the answer is to be filled into, if the model can be held to it.
    Optional<Form> form() {
        return prompt.form().filter(_ -> !habits.noForms());
    }

    Turns turns() {
        return Turns.of(prompt, habits.noSystem());
    }

    /// Characters that are sent.
    long length() {
        return prompt.messages().stream().mapToLong(message -> message.text().length()).sum();
    }
}
