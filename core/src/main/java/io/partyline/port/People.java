package io.partyline.port;

import io.partyline.cast.Regular;
import io.partyline.show.Reason;
import java.util.List;
import java.util.Optional;

/// Those who come back, as the host sees and keeps them: real callers by the caller book, and AI
/// callers who have become regulars.
///
/// Safe for use by many threads at once. Waits for the book, and for nothing else.
public interface People {
    /// The real callers who are known, the newest call first.
    List<Known> callers();

    /// The AI callers who come back.
    List<Regular> regulars();

    /// Writes down what the host wants known of a real caller.
    ///
    /// @return what the book says then; empty if nobody has that id
    Optional<Known> write(String id, Change change);

    /// Makes an AI caller of the cast a regular, or writes what goes on in the life of one.
    ///
    /// @param id of a regular, or the key of somebody of tonight's cast
    /// @param storyline their own background if it is left out
    /// @return empty if nobody has that id
    Optional<Regular> makeRegular(String id, Optional<String> storyline);

    /// Makes a regular one no longer.
    ///
    /// @return whether there was one
    boolean retire(String id);

    /// Forgets a real caller: takes them out of the book and out of every show that is over.
    Oblivion forget(String id);

    /// A real caller who is known.
    ///
    /// @param id tells them apart, and nothing about them
    record Known(String id, CallerBook.Entry entry) {}

    /// What the host wants known; what is empty stays as it was.
    ///
    /// @param mention whether the caller has agreed that their earlier calls are spoken of
    record Change(
            Optional<String> name,
            Optional<String> notes,
            Optional<Boolean> vip,
            Optional<Boolean> mention,
            Optional<Boolean> banned) {}

    /// How forgetting ended.
    sealed interface Oblivion {
        /// Nothing is left of them but what is named.
        ///
        /// @param shows how many shows they were taken out of
        /// @param deleted recordings of them alone, which are deleted
        /// @param left recordings in which they can still be heard among others
        record Forgotten(int shows, List<String> deleted, List<String> left) implements Oblivion {
            public Forgotten {
                deleted = List.copyOf(deleted);
                left = List.copyOf(left);
            }
        }

        record Refused(Reason reason) implements Oblivion {}
    }
}
