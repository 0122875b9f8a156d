package io.partyline.http;

import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Chain;
import io.partyline.show.Links;
import io.partyline.show.Reason;
import java.util.Optional;

/// How a caller's voice is worked on for those who hear it: a gain by hand, and which links of the
/// chain work.
record ChainRoutes(Control control) {
    /// @param db by how much the voice is raised
    record Gain(Double db) {}

    /// What the host wants of the links, any of them.
    record Switches(
            Optional<Boolean> highPass,
            Optional<Boolean> autoGain,
            Optional<Boolean> expander,
            Optional<Boolean> limiter,
            Optional<Boolean> ducking) {
        Links.Choice choice() {
            return new Links.Choice(highPass, autoGain, expander, limiter, ducking);
        }
    }

    /// How a voice is worked on now.
    record Worked(CallId callSid, double gainDb, Links chain) {}

    void into(Routes routes) {
        routes.put("/api/calls/{call_sid}/gain", this::trim)
                .put("/api/calls/{call_sid}/chain", this::link);
    }

    private Worked trim(Asked asked) {
        double db = asked.body(Gain.class).db();
        if (!Chain.inReach(db)) {
            throw new Problem(400, "A caller can be raised or lowered by 18 dB at most.");
        }
        control.ask(new CallCommand.SetTrim(asked.call(), db));
        return worked(asked.call());
    }

    private Worked link(Asked asked) {
        Links.Choice choice = asked.body(Switches.class).choice();
        control.ask(new CallCommand.SetLinks(asked.call(), choice));
        return worked(asked.call());
    }

    private Worked worked(CallId id) {
        Call call = control.show().call(id).orElseThrow(() -> new Problem(Reason.NO_SUCH_CALL));
        return new Worked(id, call.chain().trimDb(), links(call, control));
    }

    static Links links(Call call, Control control) {
        return call.chain().working(call.caller(), control.room().listening().callers().links());
    }
}
