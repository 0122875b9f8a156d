package io.partyline.app;

import io.partyline.javasound.SoundDevices;
import io.partyline.port.TelephonyException;
import io.partyline.twilio.NumberDesk;
import io.partyline.twilio.TwilioSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `partyline check`: one line for each thing that a show needs, and what to do about it. With
/// `--repair` the number is set up first.
record CheckCommand(Path folder, Map<String, String> environment) {
    private static final String REPAIR = "repair";
    private static final Arguments.Known OPTIONS = new Arguments.Known(List.of(REPAIR), List.of());

    int run(List<String> line) {
        Arguments arguments = Arguments.read(line, OPTIONS).withoutWords();
        var settings =
                new Settings(Places.read(folder, environment, arguments.settings()), folder)
                        .checked();
        if (arguments.has(REPAIR)) {
            settings.telephone().ifPresentOrElse(CheckCommand::repair, CheckCommand::nothing);
        }
        return tell(
                new Readiness(
                                settings,
                                SoundDevices.ofThisComputer(),
                                environment.getOrDefault("PATH", ""))
                        .findings());
    }

    /// What could not be repaired is found by the check that follows.
    private static void repair(TwilioSettings phone) {
        try {
            var number = new NumberDesk(phone);
            List<String> wrong = number.differences();
            if (!wrong.isEmpty()) {
                number.repair();
            }
            wrong.forEach(what -> System.out.println("Repaired: " + what));
        } catch (TelephonyException e) {
            System.out.println("Not repaired: " + e.getMessage());
        }
    }

    private static void nothing() {
        System.out.println("Nothing to repair: the telephone is off.");
    }

    private static int tell(List<Finding> findings) {
        findings.forEach(finding -> System.out.println(finding.line()));
        boolean ready = findings.stream().noneMatch(f -> f.state() == Finding.State.NO);
        return ready ? 0 : 1;
    }
}
