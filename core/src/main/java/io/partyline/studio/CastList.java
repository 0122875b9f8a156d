package io.partyline.studio;

import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.port.ControlRoom.CastMember;
import io.partyline.show.Show;
import io.partyline.studio.voice.GreenRoom;
import java.util.List;
import java.util.Optional;

/// The AI callers as a host picks from them.
///
/// @param usual as the plan has them, before anybody was called otherwise
record CastList(GreenRoom greenRoom, Cast usual) {
    List<CastMember> during(Show now) {
        return greenRoom.cast().personas().stream().map(persona -> member(persona, now)).toList();
    }

    private CastMember member(Persona persona, Show now) {
        return new CastMember(
                persona.key().value(),
                persona.name(),
                persona.gender(),
                persona.ageRange(),
                persona.vibe(),
                persona.voice(),
                persona.returning(),
                insteadOf(persona),
                now.calls().on(persona.key()).isPresent());
    }

    /// Whose character they have, if they are called otherwise.
    private Optional<String> insteadOf(Persona persona) {
        return usual.find(persona.key().value())
                .map(Persona::name)
                .filter(name -> !name.equals(persona.name()));
    }
}
