package io.partyline.app;

import io.partyline.javasound.SoundDevices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `partyline check`: one line for each thing that a show needs, and what to do about it.
record CheckCommand(Path folder, Map<String, String> environment) {
    int run(List<String> line) {
        Arguments arguments = Arguments.read(line, Arguments.Known.SETTINGS).withoutWords();
        var settings =
                new Settings(Places.read(folder, environment, arguments.settings()), folder)
                        .checked();
        return tell(new Readiness(settings, SoundDevices.ofThisComputer()).findings());
    }

    private static int tell(List<Finding> findings) {
        findings.forEach(finding -> System.out.println(finding.line()));
        boolean ready = findings.stream().noneMatch(f -> f.state() == Finding.State.NO);
        return ready ? 0 : 1;
    }
}
