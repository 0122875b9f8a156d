package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partyline.cast.Regular;
import io.partyline.port.ControlRoom.CastMember;
import io.partyline.show.PersonaKey;
import io.partyline.studio.Studio;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The keys of a cast of which not everybody calls tonight under the name that the host knows.
class RegularAtTheDeskTest {
    @Test
    void aKeyOnWhichSomebodyElseStandsSaysWhoseItIs() {
        var ruth = Regular.longAgo(new PersonaKey("2"), "Ruth", "low", "Boats.", List.of());
        try (Studio studio =
                new RehearsalRoom()
                        .cast(
                                RehearsalRoom.persona("1", "Tony"),
                                RehearsalRoom.persona("2", "Maya"))
                        .regular(ruth)
                        .open()) {
            assertThat(studio.cast())
                    .extracting(CastMember::name, CastMember::returning, CastMember::insteadOf)
                    .containsExactly(
                            tuple("Tony", false, Optional.empty()),
                            tuple("Ruth", true, Optional.of("Maya")));
        }
    }
}
