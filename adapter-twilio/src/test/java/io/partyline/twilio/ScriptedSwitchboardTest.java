package io.partyline.twilio;

import io.partyline.port.Switchboard;
import io.partyline.rehearsal.SwitchboardContract;

/// The show that the door is tested with does not promise more than a real one, nor less.
class ScriptedSwitchboardTest extends SwitchboardContract {
    private final ScriptedSwitchboard switchboard = new ScriptedSwitchboard();

    @Override
    protected Switchboard show() {
        return switchboard;
    }
}
