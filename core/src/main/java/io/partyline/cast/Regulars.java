package io.partyline.cast;

import io.partyline.show.EarlierCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The AI callers who come back, and the rules by which they do.
///
/// Every evening each persona is either one of its regulars, with their name, voice and memory, or
/// somebody who calls for the first time. A first-timer who had a good call may become a regular;
/// there are [#MOST] of them, and who has been unheard longest makes room. Chance alone keeps
/// nobody away for more than [Regular#OVERDUE] evenings.
public record Regulars(List<Regular> all) {
    /// Nobody remembers more.
    public static final int MOST = 12;

    /// Utterances of their own that make a call a good one.
    public static final int GOOD_CALL = 8;

    /// How many good first calls make a regular.
    static final double BECOMES = 0.1;

    /// How often a regular who may call does: they would be no surprise otherwise.
    private static final double CALLS = 0.7;

    private static final Comparator<Regular> LONGEST_UNHEARD =
            Comparator.comparingLong(Regular::lastHeard).thenComparing(Regular::id);

    public Regulars {
        all = List.copyOf(all);
    }

    /// The cast of an evening: no name in it twice, and nobody called like a regular who is not
    /// there.
    ///
    /// @param chance drawn from in the order of the cast; the same chance and the same regulars
    ///   make the same cast, also when some of them have been heard tonight already
    public Cast tonight(Cast cast, long evening, RandomGenerator chance) {
        Set<String> taken = new HashSet<>();
        cast.personas().forEach(persona -> taken.add(lower(persona.name())));
        all.stream()
                .filter(regular -> regular.since() < evening)
                .forEach(regular -> taken.add(lower(regular.name())));
        var personas = new ArrayList<Persona>();
        for (Persona persona : cast.personas()) {
            double drawn = chance.nextDouble();
            int name = chance.nextInt(Integer.MAX_VALUE);
            personas.add(
                    returning(persona, evening, drawn)
                            .map(persona::as)
                            .orElseGet(() -> stranger(persona, evening, name, taken)));
        }
        return new Cast(personas);
    }

    private Optional<Regular> returning(Persona persona, long evening, double drawn) {
        List<Regular> own =
                all.stream()
                        .filter(regular -> regular.key().equals(persona.key()))
                        .filter(regular -> regular.since() < evening)
                        .toList();
        Optional<Regular> tonight =
                own.stream().filter(regular -> regular.lastHeard() == evening).findFirst();
        return tonight.or(() ->
                own.stream()
                        .filter(regular -> regular.mayCall(evening))
                        .filter(regular -> drawn < CALLS || regular.overdue(evening))
                        .min(LONGEST_UNHEARD));
    }

    /// Somebody who has not called before, under the persona's own name if that is free.
    private Persona stranger(Persona persona, long evening, int drawn, Set<String> taken) {
        boolean mine =
                all.stream()
                        .noneMatch(regular ->
                                regular.since() < evening
                                        && lower(regular.name()).equals(lower(persona.name())));
        if (mine) {
            return persona;
        }
        String name = Names.free(persona.gender(), drawn, taken);
        taken.add(lower(name));
        return persona.called(name);
    }

    /// The regulars after a call of somebody of tonight's cast.
    ///
    /// @param background why they called
    /// @param utterances how often they spoke
    public Regulars after(
            Persona persona,
            String background,
            EarlierCall call,
            int utterances,
            long evening,
            RandomGenerator chance) {
        Optional<Regular> known = find(Regular.idOf(persona));
        if (known.isPresent()) {
            return with(known.get().after(call, evening));
        }
        boolean becomes = utterances >= GOOD_CALL && chance.nextDouble() < BECOMES;
        return becomes
                ? with(Regular.first(persona, background, evening, false).after(call, evening))
                : this;
    }

    /// The regular of that id.
    public Optional<Regular> find(String id) {
        return all.stream().filter(regular -> regular.id().equals(id)).findFirst();
    }

    /// With one more, or with what is new of one; who has been unheard longest makes room, those
    /// whom the host made regulars last.
    public Regulars with(Regular regular) {
        Stream<Regular> others = all.stream().filter(other -> !other.id().equals(regular.id()));
        var more = new ArrayList<>(Stream.concat(others, Stream.of(regular)).toList());
        while (more.size() > MOST) {
            more.stream()
                    .filter(other -> !other.id().equals(regular.id()))
                    .min(Comparator.comparing(Regular::byHand).thenComparing(LONGEST_UNHEARD))
                    .ifPresent(more::remove);
        }
        return new Regulars(more);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
