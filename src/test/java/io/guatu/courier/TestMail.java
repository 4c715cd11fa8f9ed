package io.guatu.courier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server of a few words, which first says "later" as often as it is told to. */
public final class TestMail implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private volatile boolean cuts;
    private final AtomicInteger refusals = new AtomicInteger();

    public TestMail() throws IOException {
        Thread listening = new Thread(this::listen, "mail");
        listening.setDaemon(true);
        listening.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<String> mails() {
        return mails;
    }

    public void refuse(int times) {
        refusals.set(times);
    }

    /** From now on the line is cut when a mail has come, without a word. */
    public void cut() {
        cuts = true;
    }

    private void listen() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                speak(socket);
            } catch (IOException e) {
                // the next one
            }
        }
    }

    private void speak(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
        out.print("220 test\r\n");
        StringBuilder mail = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (mail != null) {
                if (line.equals(".")) {
                    mails.add(mail.toString());
                    mail = null;
                    if (cuts) {
                        return;
                    }
                    out.print("250 taken\r\n");
                } else {
                    mail.append(line).append('\n');
                }
            } else if (line.startsWith("RCPT") && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                out.print("451 greylisted\r\n");
            } else if (line.startsWith("DATA")) {
                mail = new StringBuilder();
                out.print("354 go on\r\n");
            } else if (line.startsWith("QUIT")) {
                out.print("221 bye\r\n");
                return;
            } else {
                out.print("250 fine\r\n");
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
