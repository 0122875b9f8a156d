package io.partyline.http;

import io.partyline.port.ControlRoom.CastMember;
import io.partyline.port.ControlRoom.ChatOutcome;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.Channel;
import io.partyline.show.Decision;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.FloorEvent;
import io.partyline.show.PersonaKey;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The AI callers: who there is, who comes on, and who speaks.
record AiRoutes(Control control) {
    /// How long a host waits for an answer: a little more than a model may take for one.
    private static final Duration CHAT_LIMIT = Duration.ofSeconds(25);

    record Callers(List<CastEntry> callers) {}

    /// A persona as the dashboard shows it.
    ///
    /// @param returning whether they have called an earlier show
    /// @param insteadOf whose key it is, if that one does not call tonight
    /// @param state of their call; none while they are not on the show
    record CastEntry(
            String key,
            String name,
            String gender,
            String ageRange,
            String vibe,
            String voice,
            boolean returning,
            Optional<String> insteadOf,
            boolean onShow,
            Optional<String> state) {}

    record Connected(String status, AiCaller caller, Optional<String> background) {}

    record AiCaller(
            CallId callSid,
            Optional<PersonaKey> key,
            String name,
            Optional<Channel> channel,
            Instant startedAt) {
        static AiCaller of(Call call) {
            return new AiCaller(
                    call.id(),
                    ShowPicture.CallPicture.key(call),
                    call.caller().name(),
                    call.channel(),
                    call.stage().since());
        }
    }

    /// @param key which of the AI callers
    record Which(Optional<String> key) {}

    record Said(String text) {}

    record Spoken(String text, String voice) {}

    record Reply(String text, String caller, String turnId) {}

    record Turned(String status, Optional<String> turnId, Optional<CallId> callSid) {
        static Turned of(Optional<Turn> turn) {
            return new Turned(
                    "responding", turn.map(its -> its.id().value()), turn.map(Turn::call));
        }
    }

    record Muted(Boolean muted) {}

    record Status(String status) {}

    void into(Routes routes) {
        routes.get("/api/callers", _ -> new Callers(cast()))
                .post("/api/call/{key}", this::bring)
                .post("/api/hangup", this::hangUp)
                .post("/api/chat", this::chat)
                .post("/api/tts", this::speak)
                .post("/api/ai/respond", this::respond)
                .post("/api/ai/stop", this::stop)
                .post("/api/ai/mute", this::mute)
                .post("/api/ai/wrap-up", this::wrapUp);
    }

    private List<CastEntry> cast() {
        return control.room().cast().stream().map(this::entry).toList();
    }

    private CastEntry entry(CastMember member) {
        return new CastEntry(
                member.key(),
                member.name(),
                member.gender(),
                member.ageRange(),
                member.vibe(),
                member.voice(),
                member.returning(),
                member.insteadOf(),
                member.onShow(),
                call(member.key()).map(call -> ShowWords.of(call.stage())));
    }

    private Optional<Call> call(String key) {
        return control.show()
                .calls()
                .ai()
                .filter(call ->
                        ShowPicture.CallPicture.key(call)
                                .filter(its -> its.value().equals(key))
                                .isPresent())
                .findFirst();
    }

    private Connected bring(Asked asked) {
        asked.nothing();
        Call call = Control.onAir(control.room().bring(asked.path("key")));
        Optional<String> background =
                call.caller() instanceof Caller.Ai ai
                        ? Optional.of(ai.background())
                        : Optional.empty();
        return new Connected("connected", AiCaller.of(call), background);
    }

    private QueueRoutes.Disconnected hangUp(Asked asked) {
        Optional<CallCommand> named =
                asked.body(Which.class).key().map(key -> new CallCommand.HangUp(on(key).id()));
        return QueueRoutes.Disconnected.of(
                control.end(named.orElse(new CallCommand.HangUpAi())),
                control.show().followUps().auto());
    }

    /// The call that this persona is on.
    Call on(String key) {
        return call(known(key)).orElseThrow(() -> new Problem(Reason.NOT_ON_AIR));
    }

    private String known(String key) {
        if (control.room().cast().stream().noneMatch(member -> member.key().equals(key))) {
            throw new Problem(Reason.NO_SUCH_PERSONA);
        }
        return key;
    }

    private Reply chat(Asked asked) {
        String text = Texts.spoken("text", asked.body(Said.class).text());
        return switch (control.room().chat(text, CHAT_LIMIT)) {
            case ChatOutcome.Answered(var turn, var caller, var answer) ->
                    new Reply(answer, caller, turn.id().value());
            case ChatOutcome.Refused(var reason) -> throw new Problem(reason);
            case ChatOutcome.Failed(var why) -> throw new Problem(502, why);
        };
    }

    private Status speak(Asked asked) {
        Spoken wanted = asked.body(Spoken.class);
        String voice = Texts.spoken("voice", wanted.voice());
        control.room()
                .speak(Texts.spoken("text", wanted.text()), voice)
                .ifPresent(wrong -> {
                    throw new Problem(400, wrong);
                });
        return new Status("speaking");
    }

    private Turned respond(Asked asked) {
        Optional<CallId> pressed = asked.body(Which.class).key().map(key -> on(key).id());
        return responding(new FloorCommand.LetRespond(pressed));
    }

    /// A host who is refused the floor wants to know whom to stop.
    Turned responding(FloorCommand wanted) {
        return switch (control.room().ask(wanted)) {
            case Decision.Accepted(var events) -> Turned.of(Control.first(events, AiRoutes::turn));
            case Decision.Refused(var reason) when reason == Reason.FLOOR_TAKEN ->
                    throw new Problem(409, speaking().orElse(reason.sentence()));
            case Decision.Refused(var reason) -> throw new Problem(reason);
        };
    }

    private Optional<String> speaking() {
        Show show = control.show();
        return show.floor()
                .turn()
                .flatMap(turn -> show.call(turn.call()))
                .map(call -> call.caller().name() + " has the floor: stop them first.");
    }

    private static Optional<Turn> turn(Event event) {
        return switch (event) {
            case FloorEvent.TurnGranted granted -> Optional.of(granted.turn());
            case FloorEvent.TurnQueued queued -> Optional.of(queued.turn());
            default -> Optional.empty();
        };
    }

    /// Nobody named stops them all; somebody who has just gone is silent already.
    private Status stop(Asked asked) {
        Optional<String> key = asked.body(Which.class).key().map(this::known);
        Optional<CallId> pressed = key.flatMap(this::call).map(Call::id);
        if (key.isEmpty() || pressed.isPresent()) {
            control.ask(new FloorCommand.StopAi(pressed));
        }
        return new Status("stopped");
    }

    private Muted mute(Asked asked) {
        Muted wanted = asked.body(Muted.class);
        control.ask(new FloorCommand.MuteAi(wanted.muted()));
        return wanted;
    }

    private CallRoutes.Done wrapUp(Asked asked) {
        Optional<String> key = asked.body(Which.class).key();
        Call call = key.map(this::on).orElseGet(this::only);
        control.ask(new CallCommand.WrapUp(call.id()));
        return new CallRoutes.Done("wrapping_up", call.id());
    }

    private Call only() {
        List<Call> heard = control.show().calls().ai().filter(Call::onAir).toList();
        return switch (heard.size()) {
            case 0 -> throw new Problem(Reason.NO_AI_CALLER);
            case 1 -> heard.getFirst();
            default -> throw new Problem(Reason.WHICH_CALLER);
        };
    }
}
