package io.partyline.show;

import io.partyline.spend.Dollars;
import io.partyline.spend.Spending;
import io.partyline.spend.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What hosts, callers, carriers and models might want of a show, drawn at random: mostly sensible,
/// often late, repeated, or about somebody who is not there.
public final class RandomCommands {
    private static final List<Caller.Ai> CAST =
            List.of(ai("1", "Tony"), ai("2", "Mary"), ai("3", "Earl"));
    private static final List<String> WORDS =
            List.of("Hello.", "Mary?", "What do you all think?", "Tony, go on", "Caller #1?", " ");
    private static final int CALLERS = 12;

    private final RandomGenerator chance;
    private int shows;

    public RandomCommands(RandomGenerator chance) {
        this.chance = chance;
    }

    private static Caller.Ai ai(String key, String name) {
        return new Caller.Ai(name, new PersonaKey(key), "voice", "You are calling tonight.");
    }

    /// How long it is until the next command: mostly a moment, sometimes long enough for a
    /// deadline.
    public Duration gap() {
        return Duration.ofMillis(
                chance.nextInt(20) == 0 ? chance.nextInt(120_000) : chance.nextInt(1_500));
    }

    public Command next(Show show, Instant now) {
        if (!show.open() && chance.nextInt(3) > 0) {
            return open();
        }
        int kind = chance.nextInt(100);
        if (kind < 30) {
            return report(show);
        }
        if (kind < 70) {
            return desk(show);
        }
        if (kind < 76) {
            return card(show);
        }
        return kind < 92 ? floor(show, now) : rare(show, now);
    }

    private Command card(Show show) {
        CallId call = call(show);
        boolean on = chance.nextBoolean();
        return switch (chance.nextInt(4)) {
            case 0 ->
                    new CallCommand.WriteCard(
                            call,
                            written(on),
                            on ? Card.Written.NOTHING : written(true),
                            Seat.PRODUCER);
            case 1 ->
                    new CallCommand.FileCard(
                            call, new Card.Told("Dave", "", "The boat.", "calm", 0.5, on, !on));
            case 2 -> new CallCommand.Screen(call);
            default ->
                    new CallCommand.EndScreening(
                            asked(show).orElse(call),
                            on ? Card.Screening.DONE : Card.Screening.FAILED);
        };
    }

    /// Somebody whom the screener is with.
    private static Optional<CallId> asked(Show show) {
        return show.calls().real().filter(call -> call.card().asking()).map(Call::id).findFirst();
    }

    private static Card.Written written(boolean vip) {
        return new Card.Written(
                Optional.of(vip ? "Rosa" : ""),
                Optional.empty(),
                Optional.of("The harbour."),
                Optional.empty(),
                Optional.of(vip),
                Optional.of(false),
                Optional.of(false));
    }

    private Command report(Show show) {
        CallId call = call(show);
        return switch (chance.nextInt(11)) {
            case 10 -> new ShowCommand.ReportLoudness(new HowLoud(0, -20, 6, -1, -14, -17));
            case 9 -> new CallCommand.ReportSpeaker(call, chance.nextBoolean());
            case 0, 1 -> new CallCommand.Ring(caller(), number());
            case 2 -> new CallCommand.Wait(call, number(), Duration.ofSeconds(chance.nextInt(99)));
            case 3, 4, 5 -> new CallCommand.OpenLeg(call);
            case 6 -> new CallCommand.LoseLeg(call);
            case 7 -> new CallCommand.CloseStem(ended(show));
            default -> new CallCommand.CallerGone(call);
        };
    }

    private Command desk(Show show) {
        CallId call = call(show);
        boolean on = chance.nextBoolean();
        return switch (chance.nextInt(25)) {
            case 20 -> new CallCommand.SetTrim(call, chance.nextInt(37) - 18);
            case 21 -> links(call, on);
            case 22, 23 ->
                    chance.nextInt(4) > 0
                            ? new CallCommand.BeginProducerTalk(call)
                            : new CallCommand.EndProducerTalk(call, end());
            case 0, 1 -> new CallCommand.Take(call);
            case 2 -> new CallCommand.TakeNext(on);
            case 3 -> new CallCommand.TakeNext(on, Optional.of(call));
            case 4, 5, 6 -> new CallCommand.Air(call, chance.nextLong(1_000_000));
            case 7 ->
                    on
                            ? new CallCommand.FailTake(call, "It came to nothing.")
                            : new CallCommand.FailFetch(call, "They could not be brought.");
            case 8, 9 -> new CallCommand.Bring(CAST.get(chance.nextInt(CAST.size())));
            case 10 -> new CallCommand.Hold(call);
            case 11 -> new CallCommand.SetMute(call, on);
            case 12 -> new CallCommand.SetLock(call, on);
            case 13 -> new CallCommand.ChooseNext(call, on, on ? Seat.PRODUCER : Seat.HOST);
            case 14 -> new CallCommand.SetTalkback(call, on);
            case 15 -> new CallCommand.WrapUp(call);
            case 16 -> new CallCommand.Drop(call);
            case 17 -> new CallCommand.Undo(call);
            case 18 -> new CallCommand.HangUp(call);
            case 19 -> new CallCommand.LetGo(call);
            default -> on ? new CallCommand.HangUpReal() : new CallCommand.HangUpAi();
        };
    }

    private ProducerTalkEnd end() {
        var ends = ProducerTalkEnd.values();
        return ends[chance.nextInt(ends.length)];
    }

    private static Command links(CallId call, boolean on) {
        return new CallCommand.SetLinks(
                call,
                new Links.Choice(
                        Optional.of(on),
                        Optional.of(on),
                        Optional.empty(),
                        Optional.of(!on),
                        Optional.of(on)));
    }

    private Command floor(Show show, Instant now) {
        String words = WORDS.get(chance.nextInt(WORDS.size()));
        long at = chance.nextLong(1_000_000);
        boolean on = chance.nextBoolean();
        return switch (chance.nextInt(15)) {
            case 0 -> new FloorCommand.HostSays(words, at);
            case 1, 2 -> new FloorCommand.Hear(during(show), speaker(show), words, at, at, now);
            case 3 -> new FloorCommand.LetRespond(speaker(show));
            case 4 -> new FloorCommand.StopAi(speaker(show));
            case 5 -> new FloorCommand.WriteReply(turn(show), words);
            case 6 -> new FloorCommand.Speak(turn(show), words, at, now);
            case 7 -> new FloorCommand.EndTurn(turn(show), TurnOutcome.FINISHED, "");
            case 8 -> panel(show, words, on);
            case 9 -> new FloorCommand.SetAiMode(on ? AiMode.AUTO : AiMode.MANUAL);
            case 10 -> new FloorCommand.Interrupt(speaker(show));
            case 11 ->
                    new FloorCommand.TimeTurn(
                            turn(show), new TurnTimes(at, at, at, at, at, at, at));
            case 12 -> new FloorCommand.ChooseMood(on ? Optional.empty() : Optional.of(mood()));
            case 13 -> new FloorCommand.RefineMood(List.of(mood()), show.seq() - chance.nextInt(3));
            default -> new FloorCommand.MuteAi(chance.nextInt(4) == 0);
        };
    }

    private Command panel(Show show, String words, boolean on) {
        var around = new Surroundings(chance.nextInt(5) == 0, chance.nextInt(9) == 0);
        CallId call = call(show);
        return switch (chance.nextInt(7)) {
            case 0, 1 -> new FloorCommand.FillSilence(Optional.of(call), around);
            case 2, 3 ->
                    new FloorCommand.Advise(
                            call,
                            show.seq() - chance.nextInt(3),
                            new Advice(oneOf(Advice.Kind.values()), on ? "a boat" : ""),
                            around);
            case 4 -> new FloorCommand.AcceptHand(call);
            case 5 -> new FloorCommand.GiveCue(call, words);
            default -> new FloorCommand.SetEagerness(oneOf(Eagerness.values()));
        };
    }

    private <T> T oneOf(T[] all) {
        return all[chance.nextInt(all.length)];
    }

    private Mood mood() {
        List<Mood> moods = List.of(Mood.values());
        return moods.get(chance.nextInt(moods.size()));
    }

    private Command rare(Show show, Instant now) {
        return switch (chance.nextInt(12)) {
            case 0 -> new CallCommand.Ban(call(show));
            case 1 ->
                    switch (chance.nextInt(3)) {
                        case 0 -> new ShowCommand.SetLines(chance.nextInt(4) > 0);
                        case 1 -> new ShowCommand.SetRecording(chance.nextBoolean());
                        default -> note(show);
                    };
            case 2 ->
                    chance.nextBoolean()
                            ? new ShowCommand.ResumeShow()
                            : new ShowCommand.WakeUp(Duration.ofSeconds(60));
            case 3 -> new ShowCommand.Reconcile(now, alive(show), EndedBy.CALLER);
            case 4 ->
                    show.seq() % 2 == 0
                            ? new ShowCommand.ReportRecordingStopped("The disk is full.")
                            : show.seq() % 3 == 0
                                    ? new ShowCommand.ReportDump(
                                            show.seq() * 96L - 480,
                                            show.seq() * 96L,
                                            chance.nextInt(480),
                                            chance.nextBoolean())
                                    : new ShowCommand.ReportSpending(
                                            List.of(
                                                    new Spending.Row(
                                                            "owl.example",
                                                            Unit.INPUT_TOKENS,
                                                            100,
                                                            Dollars.of("0.001"))));
            case 5, 6 -> new FollowUpCommand.SetAutoFollowUp(chance.nextInt(3) > 0);
            case 7 -> show.seq() % 2 == 0 ? music(show) : new FollowUpCommand.FollowUpNow();
            case 8 -> choose(show);
            case 9 ->
                    chance.nextBoolean()
                            ? new CallCommand.Recognise(call(show), acquaintance())
                            : new ShowCommand.SetBan("print-5", chance.nextBoolean());
            case 10 ->
                    new CallCommand.FileSummary(
                            ended(show), new Summary("A story.", "words", Summary.Source.MODEL));
            default ->
                    chance.nextInt(8) == 0
                            ? new ShowCommand.CloseShow()
                            : new FollowUpCommand.CancelFollowUp();
        };
    }

    private static Command note(Show show) {
        return switch ((int) (show.seq() % 3)) {
            case 0 -> new ShowCommand.WriteNote("The harbour is next.", Seat.PRODUCER);
            case 1 -> new ShowCommand.PutNotesAway();
            default -> new ShowCommand.MarkMoment("the boat");
        };
    }

    /// What the players report.
    private Command music(Show show) {
        var piece = new Played("blues.mp3", "Harbour Blues", Optional.of(61_000L));
        long at = chance.nextLong(1_000_000);
        boolean on = chance.nextBoolean();
        return switch (chance.nextInt(6)) {
            case 0 -> new MusicCommand.BeginTrack(piece, on, at);
            case 1 -> new MusicCommand.EndTrack(piece, oneOf(PlayedOut.values()), "", at);
            case 2 -> new MusicCommand.BeginCart("cart-" + show.seq(), piece, on, at);
            case 3 ->
                    new MusicCommand.EndCart(
                            "cart-" + show.seq(), piece, PlayedOut.BROKEN, "It is damaged.", at);
            case 4 -> new MusicCommand.SetMusic(0.5, on, Optional.of(piece));
            default ->
                    new MusicCommand.ReportShelf(
                            oneOf(ShelfName.values()), 2, List.of("\"a.mp3\" is damaged."));
        };
    }

    private Acquaintance acquaintance() {
        return Acquaintance.STRANGER.after(
                new EarlierCall(
                        new ShowId("show-0"),
                        new CallId("call-then"),
                        Instant.EPOCH,
                        "boats",
                        "They spoke about boats."),
                chance.nextBoolean() ? "Dave" : "");
    }

    private Command open() {
        shows++;
        return new ShowCommand.OpenShow(
                new ShowId("show-" + shows), ShowRules.DEFAULT, Set.of(), chance.nextInt(9) > 0);
    }

    private Command choose(Show show) {
        return new FollowUpCommand.ChooseFollowUp(
                show.followUps().pending().map(FollowUps.Pending::basedOn).orElse(caller()),
                CAST.get(chance.nextInt(CAST.size())),
                "They fit.");
    }

    private Set<CallId> alive(Show show) {
        return show.calls().live().keySet().stream()
                .filter(_ -> chance.nextBoolean())
                .collect(Collectors.toSet());
    }

    /// Mostly somebody who is on the line.
    private CallId call(Show show) {
        List<CallId> live = List.copyOf(show.calls().live().keySet());
        return live.isEmpty() || chance.nextInt(8) == 0
                ? caller()
                : live.get(chance.nextInt(live.size()));
    }

    private CallId caller() {
        return new CallId("call-" + chance.nextInt(CALLERS));
    }

    private CallId ended(Show show) {
        List<CallRecord> past = show.history().records();
        return past.isEmpty() ? caller() : past.get(chance.nextInt(past.size())).id();
    }

    /// Sometimes a show that is over.
    private ShowId during(Show show) {
        return chance.nextInt(8) == 0 ? new ShowId("show-0") : show.id();
    }

    private Optional<CallId> speaker(Show show) {
        return chance.nextBoolean() ? Optional.empty() : Optional.of(call(show));
    }

    private TurnId turn(Show show) {
        Floor floor = show.floor();
        return Stream.concat(
                        Stream.of(floor.turn(), floor.queued()).flatMap(Optional::stream),
                        floor.over().reversed().stream())
                .skip(chance.nextInt(2))
                .findFirst()
                .map(Turn::id)
                .orElse(new TurnId("turn-never"));
    }

    private CallerNumber number() {
        int who = chance.nextInt(6);
        return who == 0 ? CallerNumber.WITHHELD : new CallerNumber("010" + who, "print-" + who);
    }
}
