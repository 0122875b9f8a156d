package io.partyline.rehearsal;

import io.partyline.port.SoundCard;
import io.partyline.studio.ClockCard;

class ClockCardContractTest extends SoundCardContract {
    @Override
    protected SoundCard card() {
        return ClockCard.silent();
    }
}
