package io.partyline.simulation;

import static io.partyline.simulation.Rule.check;

import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import io.partyline.show.Decision;
import io.partyline.show.ProducerTalkEnd;
import io.partyline.show.Reason;
import io.partyline.show.Seat;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The producer at the other seat: talks with those who wait, writes on their cards while others
/// do, chooses who is next, and writes notes.
final class ProducersHand {
    private static final List<String> POINTS = List.of("The boat.", "The harbour.", "A dog.", "");

    private final Chance chance;
    private final Agenda agenda;
    private final Supplier<Program> program;

    ProducersHand(Chance chance, Agenda agenda, Supplier<Program> program) {
        this.chance = chance;
        this.agenda = agenda;
        this.program = program;
    }

    /// Goes on until it is calm.
    void act() {
        if (chance.isCalm()) {
            return;
        }
        program.get().receive("", this::press);
        agenda.in(chance.between(2_000, 15_000), "", this::act);
    }

    private void press() {
        List<CallId> there = program.get().show().calls().real().map(Call::id).toList();
        if (there.isEmpty()) {
            return;
        }
        CallId call = chance.oneOf(there);
        switch (chance.below(8)) {
            case 0, 1, 2 -> begin(call);
            case 3, 4 -> program.get().ask(new CallCommand.BeginProducerTalk(call));
            case 5 -> program.get().ask(new CallCommand.EndProducerTalk(talked(call), end()));
            case 6 ->
                    program.get()
                            .ask(
                                    new CallCommand.ChooseNext(
                                            call, chance.often(0.7), Seat.PRODUCER));
            default ->
                    program.get()
                            .ask(new ShowCommand.WriteNote("Ask for the boat.", Seat.PRODUCER));
        }
    }

    private CallId talked(CallId otherwise) {
        return program.get().show().calls().withProducer().map(Call::id).orElse(otherwise);
    }

    private ProducerTalkEnd end() {
        return chance.often(0.5) ? ProducerTalkEnd.PRODUCER : ProducerTalkEnd.PAGE_GONE;
    }

    /// What stands there is read, and a while later something else is written.
    private void begin(CallId call) {
        Optional<String> seen = pointOf(call, program.get().show());
        String words = chance.oneOf(POINTS);
        agenda.in(
                chance.between(300, 20_000),
                "",
                () ->
                        program.get()
                                .receive(
                                        "the producer has written",
                                        () -> seen.ifPresent(before -> file(call, before, words))));
    }

    private void file(CallId call, String seen, String words) {
        Optional<String> stands = pointOf(call, program.get().show());
        Decision decision =
                program.get()
                        .ask(
                                new CallCommand.WriteCard(
                                        call, point(words), point(seen), Seat.PRODUCER));
        boolean another = stands.filter(now -> !now.equals(seen) && !now.equals(words)).isPresent();
        switch (decision) {
            case Decision.Accepted _ ->
                    check(!another, "nobody writes over what they have not seen", call);
            case Decision.Refused(var reason) -> {
                if (reason == Reason.WRITTEN_MEANWHILE) {
                    check(
                            another,
                            "a card that nobody else has written on can be written on",
                            call);
                    chance.count(Fault.WRITTEN_MEANWHILE);
                }
            }
        }
    }

    private static Optional<String> pointOf(CallId call, Show show) {
        return show.call(call).map(its -> its.card().point());
    }

    /// What a caller wants to say, and nothing else, as it is written on a card.
    static Card.Written point(String words) {
        return new Card.Written(
                Optional.empty(),
                Optional.empty(),
                Optional.of(words),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
