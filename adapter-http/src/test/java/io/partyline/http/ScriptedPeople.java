package io.partyline.http;

import io.partyline.cast.Persona;
import io.partyline.cast.Regular;
import io.partyline.port.CallerBook;
import io.partyline.port.JournalException;
import io.partyline.port.People;
import io.partyline.show.Acquaintance;
import io.partyline.show.PersonaKey;
import io.partyline.show.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// People of whom a test says who they are.
final class ScriptedPeople implements People {
    private final Map<String, Known> callers = new LinkedHashMap<>();
    private final Map<String, Regular> regulars = new LinkedHashMap<>();
    private Optional<Reason> refusal = Optional.empty();
    private boolean broken;

    void knows(String id, Acquaintance who) {
        callers.put(id, new Known(id, new CallerBook.Entry("print of " + id, false, who)));
    }

    void refuses(Reason reason) {
        refusal = Optional.of(reason);
    }

    @Override
    public List<Known> callers() {
        return List.copyOf(callers.values());
    }

    @Override
    public List<Regular> regulars() {
        return List.copyOf(regulars.values());
    }

    @Override
    public Optional<Known> write(String id, Change change) {
        return Optional.ofNullable(callers.get(id))
                .map(caller -> {
                    Acquaintance who = caller.entry().who();
                    Acquaintance now =
                            who.with(
                                    change.name().orElse(who.name()),
                                    change.vip().orElse(who.vip()),
                                    change.notes().orElse(who.notes()),
                                    change.mention().orElse(who.mention()));
                    boolean banned = change.banned().orElse(caller.entry().banned());
                    var written =
                            new Known(
                                    id,
                                    new CallerBook.Entry(
                                            caller.entry().fingerprint(), banned, now));
                    callers.put(id, written);
                    return written;
                });
    }

    @Override
    public Optional<Regular> makeRegular(String id, Optional<String> storyline) {
        if (!id.equals("1")) {
            return Optional.empty();
        }
        var persona =
                new Persona(
                        new PersonaKey("1"),
                        "Tony",
                        "man",
                        "50s",
                        "Fixes boats.",
                        "low",
                        "calm",
                        "a laugh",
                        List.of("boats"));
        Regular made = Regular.first(persona, storyline.orElse("He sold a boat."), 1, true);
        regulars.put(made.id(), made);
        return Optional.of(made);
    }

    @Override
    public boolean retire(String id) {
        return regulars.remove(id) != null;
    }

    /// The disk on which the book lies is gone.
    void breakDown() {
        broken = true;
    }

    @Override
    public Oblivion forget(String id) {
        if (broken) {
            throw new JournalException("The caller book cannot be written.");
        }
        if (refusal.isPresent()) {
            return new Oblivion.Refused(refusal.get());
        }
        return callers.remove(id) == null
                ? new Oblivion.Refused(Reason.NO_SUCH_PERSON)
                : new Oblivion.Forgotten(
                        2, List.of("friday/03_Caller-Dave"), List.of("friday/00_Mix"));
    }
}
