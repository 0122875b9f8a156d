package io.partyline.http;

import io.partyline.cast.Regular;
import io.partyline.port.JournalException;
import io.partyline.port.People;
import io.partyline.port.StemException;
import io.partyline.show.EarlierCall;
import io.partyline.show.PersonaKey;
import io.partyline.show.Reason;
import io.partyline.show.ShowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Those who come back: real callers by the caller book, and AI callers who are regulars.
record PeopleRoutes(Control control) {
    /// The longest notes: a page.
    private static final int LONGEST_NOTES = 1_000;

    private static final int LONGEST_NAME = 60;

    record All(List<Person> regulars) {}

    /// Somebody who comes back, in one shape for both kinds.
    ///
    /// @param kind `real` or `ai`
    /// @param key the persona; none for a real caller
    /// @param calls how many of their calls were on the air; of an AI caller, evenings
    record Person(
            String id,
            String kind,
            String name,
            Optional<PersonaKey> key,
            Optional<String> voice,
            Optional<String> storyline,
            Optional<String> notes,
            boolean vip,
            boolean mention,
            boolean banned,
            int calls,
            Optional<Instant> lastCallAt,
            List<Past> lastCalls) {
        static Person of(People.Known caller) {
            var who = caller.entry().who();
            return new Person(
                    caller.id(),
                    "real",
                    who.name(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(who.notes()).filter(notes -> !notes.isBlank()),
                    who.vip(),
                    who.mention(),
                    caller.entry().banned(),
                    who.calls(),
                    who.lastCall().map(EarlierCall::at),
                    who.last().stream().map(Past::of).toList());
        }

        static Person of(Regular regular) {
            return new Person(
                    regular.id(),
                    "ai",
                    regular.name(),
                    Optional.of(regular.key()),
                    Optional.of(regular.voice()),
                    Optional.of(regular.storyline()),
                    Optional.empty(),
                    false,
                    false,
                    false,
                    regular.heard(),
                    regular.calls().stream().findFirst().map(EarlierCall::at),
                    regular.calls().stream().map(Past::of).toList());
        }
    }

    /// A call that is remembered.
    record Past(ShowId showId, Instant at, String topic, String summary) {
        static Past of(EarlierCall call) {
            return new Past(call.show(), call.at(), call.topic(), call.summary());
        }
    }

    /// What the host wants written; what is left out stays as it was.
    ///
    /// @param storyline of an AI caller; the others are of a real one
    record Wanted(
            Optional<String> name,
            Optional<String> notes,
            Optional<Boolean> vip,
            Optional<Boolean> mention,
            Optional<Boolean> banned,
            Optional<String> storyline) {
        boolean ofReal() {
            return Stream.of(name, notes, vip, mention, banned).anyMatch(Optional::isPresent);
        }
    }

    /// @param shows how many shows they were taken out of
    /// @param deleted recordings of them alone, which are deleted
    /// @param left where they can still be heard among others
    record Gone(String status, int shows, List<String> deleted, List<String> left) {}

    void into(Routes routes) {
        routes.get("/api/regulars", book(_ -> new All(all())))
                .put("/api/regulars/{id}", book(this::write))
                .delete("/api/regulars/{id}", book(this::forget));
    }

    /// A book or a recording that cannot be had is the world's fault, and said in words.
    private static Routes.Answering book(Routes.Answering answering) {
        return asked -> {
            try {
                return answering.answer(asked);
            } catch (JournalException | StemException failed) {
                throw new Problem(502, String.valueOf(failed.getMessage()), failed);
            }
        };
    }

    private People people() {
        return control.room().people();
    }

    private List<Person> all() {
        return Stream.concat(
                        people().callers().stream().map(Person::of),
                        people().regulars().stream().map(Person::of))
                .toList();
    }

    /// An AI caller is named by the id of a regular, or by a key of the cast to be made one.
    private Person write(Asked asked) {
        String id = asked.path("id");
        Wanted wanted = asked.body(Wanted.class);
        if (id.startsWith("caller-")) {
            return real(id, wanted);
        }
        if (wanted.ofReal()) {
            throw new Problem(400, "Of an AI caller only the \"storyline\" can be written.");
        }
        Optional<String> storyline = text("storyline", wanted.storyline(), LONGEST_NOTES);
        return people().makeRegular(id, storyline).map(Person::of).orElseThrow(this::nobody);
    }

    private Person real(String id, Wanted wanted) {
        if (wanted.storyline().isPresent()) {
            throw new Problem(400, "A real caller has no \"storyline\".");
        }
        var change =
                new People.Change(
                        text("name", wanted.name(), LONGEST_NAME),
                        text("notes", wanted.notes(), LONGEST_NOTES),
                        wanted.vip(),
                        wanted.mention(),
                        wanted.banned());
        return people().write(id, change).map(Person::of).orElseThrow(this::nobody);
    }

    private static Optional<String> text(String name, Optional<String> text, int longest) {
        return text.map(words -> {
            if (words.length() > longest) {
                throw new Problem(
                        400,
                        "\"%s\" is too long: %,d characters is the most.".formatted(name, longest));
            }
            return Texts.spoken(name, words).strip();
        });
    }

    private Gone forget(Asked asked) {
        asked.nothing();
        String id = asked.path("id");
        if (people().retire(id)) {
            return new Gone("no_longer_a_regular", 0, List.of(), List.of());
        }
        return switch (people().forget(id)) {
            case People.Oblivion.Forgotten(var shows, var deleted, var left) ->
                    new Gone("forgotten", shows, deleted, left);
            case People.Oblivion.Refused(var reason) -> throw new Problem(reason);
        };
    }

    private Problem nobody() {
        return new Problem(Reason.NO_SUCH_PERSON);
    }
}
