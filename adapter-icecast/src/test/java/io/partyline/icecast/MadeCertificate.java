package io.partyline.icecast;

import io.partyline.rehearsal.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A certificate that a test has made and signed itself.
///
/// @param shown what whoever is to trust it is given
/// @param whole with its key, as a server wants it
record MadeCertificate(Path shown, Path whole) {
    /// @param names whom it is for, as `IP:127.0.0.1`
    static MadeCertificate in(Path folder, String names) throws IOException, InterruptedException {
        Path shown = folder.resolve("shown.pem");
        Path key = folder.resolve("key.pem");
        Tool.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=radio.example",
                "-addext",
                "subjectAltName=" + names,
                "-keyout",
                key.toString(),
                "-out",
                shown.toString());
        Path whole = folder.resolve("whole.pem");
        Files.writeString(whole, Files.readString(shown) + Files.readString(key));
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-r--r--"));
        return new MadeCertificate(shown, whole);
    }
}
