package io.partyline.show;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether AI callers speak unasked after something was said, by rules alone.
///
/// The cheapest signals first, and a doubt means silence: whom the words name, a question to the
/// panel, a talk that goes on with whoever was just asked, or a silence that nobody fills. What the
/// rules leave open may be asked of a model.
record JumpIn(Show show, Instant now, Surroundings around) {
    /// Fewer words than these are a nod.
    private static final int FEWEST_WORDS = 3;

    /// What is decided about one AI caller.
    ///
    /// @param meant whether they were spoken to
    record Verdict(Call call, Weighed why, boolean meant) {}

    private Gate gate() {
        return new Gate(show, now, around);
    }

    /// A verdict on each AI caller whom the rules can decide on, none on the others.
    ///
    /// @param begun when the words were begun
    List<Verdict> after(Speaker speaker, String text, Instant begun) {
        Gate gate = gate();
        List<Call> candidates = gate.candidates();
        if (!gate.open() || speaker instanceof Speaker.AiCaller || candidates.isEmpty()) {
            return List.of();
        }
        Said said = Said.of(text);
        return switch (addressee(said, speaker)) {
            case Addressee.Ai(var call) -> spokenTo(call, Weighed.ADDRESSED);
            case Addressee.Another _ -> all(Weighed.OTHER_ADDRESSED);
            case Addressee.Everybody _ -> toThePanel();
            case Addressee.Open _ -> open(said, speaker, begun);
        };
    }

    private Addressee addressee(Said said, Speaker speaker) {
        boolean alone =
                speaker instanceof Speaker.Host && show.calls().real().noneMatch(Call::onAir);
        return Addressee.of(said, Party.others(show, speaker), alone);
    }

    /// One AI caller is meant, and the others leave it to them.
    private List<Verdict> spokenTo(CallId meant, Weighed why) {
        return gate().candidates().stream()
                .map(call ->
                        call.id().equals(meant)
                                ? new Verdict(call, gate().shut().orElse(why), true)
                                : new Verdict(call, Weighed.OTHER_ADDRESSED, false))
                .toList();
    }

    private List<Verdict> all(Weighed why) {
        return gate().candidates().stream().map(call -> new Verdict(call, why, false)).toList();
    }

    private List<Verdict> toThePanel() {
        Optional<Call> first =
                free(gate().candidates()).stream()
                        .min(
                                Comparator.comparing((Call call) -> !raised(call))
                                        .thenComparing(this::spoke));
        return gate().candidates().stream()
                .map(call -> new Verdict(call, toThePanel(call, first), false))
                .toList();
    }

    private Weighed toThePanel(Call call, Optional<Call> first) {
        if (first.filter(call::equals).isPresent()) {
            return Weighed.QUESTION;
        }
        return gate().reserved(call).orElse(Weighed.LEFT_TO_ANOTHER);
    }

    private List<Verdict> open(Said said, Speaker speaker, Instant begun) {
        Optional<CallId> asked =
                awaited()
                        .filter(_ -> speaker instanceof Speaker.RealCaller)
                        .or(() -> new Exchange(show, begun).with(said, speaker));
        if (asked.flatMap(this::candidate).isPresent()) {
            return asked.map(call -> spokenTo(call, Weighed.ASKED_ON)).orElseThrow();
        }
        if (Exchange.toAPerson(show, said, speaker, begun)) {
            return all(Weighed.OTHER_ADDRESSED);
        }
        return said.length() < FEWEST_WORDS ? all(Weighed.NOTHING_TO_ANSWER) : List.of();
    }

    private Optional<CallId> awaited() {
        return show.floor().panel().awaited(now);
    }

    private Optional<Call> candidate(CallId id) {
        return gate().candidates().stream().filter(call -> call.id().equals(id)).findFirst();
    }

    /// Who speaks into a silence that a person left: whoever was asked and could not answer, then
    /// whoever has their hand up on a model's word, then the one whose own story is near.
    Optional<Call> intoSilence(Optional<CallId> near) {
        if (!silenceIsTheirs() || gate().shut().isPresent()) {
            return Optional.empty();
        }
        List<Call> free = free(gate().candidates());
        return awaited()
                .flatMap(this::candidate)
                .or(() -> free.stream().filter(this::raised).min(Comparator.comparing(this::spoke)))
                .or(() ->
                        free.stream()
                                .filter(call -> near.filter(call.id()::equals).isPresent())
                                .findFirst());
    }

    /// Who would have spoken into a silence, and what kept them from it.
    List<Verdict> heldBack(Optional<CallId> near) {
        return silenceIsTheirs()
                ? gate().candidates().stream()
                        .filter(call -> hasSomething(call, near))
                        .flatMap(call ->
                                gate().reserved(call).stream()
                                        .map(why -> new Verdict(call, why, false)))
                        .toList()
                : List.of();
    }

    private boolean silenceIsTheirs() {
        boolean personLeftIt =
                show.conversation().recap(1).stream()
                        .anyMatch(said -> !(said.speaker() instanceof Speaker.AiCaller));
        boolean silent = show.floor().turn().isEmpty() && !around.talking();
        return gate().open() && personLeftIt && silent;
    }

    private boolean hasSomething(Call call, Optional<CallId> near) {
        return raised(call)
                || Stream.of(near, awaited())
                        .anyMatch(one -> one.filter(call.id()::equals).isPresent());
    }

    private List<Call> free(List<Call> calls) {
        return calls.stream().filter(call -> gate().reserved(call).isEmpty()).toList();
    }

    private boolean raised(Call call) {
        Hand hand = show.floor().panel().hands().get(call.id());
        return hand != null && hand.advised() && hand.fresh(now);
    }

    private Instant spoke(Call call) {
        return show.floor().spoke().getOrDefault(call.id(), Instant.EPOCH);
    }

    /// The AI caller on the air who has said nothing for longest.
    Optional<Call> silentLongest() {
        return gate().candidates().stream().min(Comparator.comparing(this::spoke));
    }

    /// Whom the host means with what they say to the AI callers: who is spoken to, else who is
    /// named at all.
    Optional<Call> meant(Speaker host, String text) {
        Said said = Said.of(text);
        if (addressee(said, host) instanceof Addressee.Ai(var call)) {
            return candidate(call);
        }
        return said.pieces().stream()
                .flatMap(piece -> piece.words().stream())
                .flatMap(word -> named(word.plain()).stream())
                .findFirst();
    }

    private Optional<Call> named(String word) {
        return gate().candidates().stream()
                .filter(call -> Party.spoken(call.caller().name()).equals(word))
                .findFirst();
    }
}
