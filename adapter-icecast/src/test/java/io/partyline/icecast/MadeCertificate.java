package io.partyline.icecast;

import io.partyline.rehearsal.MarkedSecret;
import io.partyline.rehearsal.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A certificate that a test has made.
///
/// @param shown what whoever is to trust it is given
/// @param whole with its key, as a server wants it
record MadeCertificate(Path shown, Path whole) {
    private static final String SECRET = MarkedSecret.of("keys");

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
        return new MadeCertificate(
                shown,
                whole(folder.resolve("whole.pem"), Files.readString(shown), Files.readString(key)));
    }

    private static Path whole(Path file, String... parts) throws IOException {
        Files.writeString(file, String.join("", parts));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /// One that somebody else has signed, as those of real servers are.
    ///
    /// @param begins by how many days from now it is valid, for two days; -3 has run out
    /// @return what is shown is the certificate of whoever has signed it
    static MadeCertificate signed(Path folder, String names, int begins)
            throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        Path server = folder.resolve("server.p12");
        Path shown = folder.resolve("signer.pem");
        Path pem = folder.resolve("server.pem");
        keytool(keys, "-genkeypair -alias signer -keyalg EC -dname CN=signer -ext bc=ca:true");
        keytool(keys, "-exportcert -rfc -alias signer -file " + shown);
        keytool(
                keys,
                "-genkeypair -alias server -signer signer -keyalg EC -dname CN=radio.example -validity 2 -startdate %+dd -ext san=%s"
                        .formatted(begins, names));
        keytool(
                server,
                "-importkeystore -srcalias server -srckeystore %s -srcstorepass %s"
                        .formatted(keys, SECRET));
        run("openssl pkcs12 -nodes -passin pass:%s -in %s -out %s".formatted(SECRET, server, pem));
        return new MadeCertificate(
                shown, whole(folder.resolve("whole.pem"), Files.readString(pem)));
    }

    /// One that nobody but itself has signed.
    ///
    /// @param begins by how many days from now it is valid, for two days; -3 has run out
    /// @return what whoever is to trust it is given
    static Path alone(Path folder, int begins) throws IOException, InterruptedException {
        Path keys = folder.resolve("alone%+d.p12".formatted(begins));
        Path shown = folder.resolve("alone%+d.pem".formatted(begins));
        keytool(
                keys,
                "-genkeypair -alias alone -keyalg EC -dname CN=radio.example -validity 2 -startdate %+dd"
                        .formatted(begins));
        keytool(keys, "-exportcert -rfc -alias alone -file " + shown);
        return shown;
    }

    private static void keytool(Path keys, String command)
            throws IOException, InterruptedException {
        run("keytool %s -keystore %s -storepass %s".formatted(command, keys, SECRET));
    }

    private static void run(String command) throws IOException, InterruptedException {
        Tool.run(command.split(" "));
    }
}
