package io.guatu.sim;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The program's and the tests' classes anew, beside those that run; some of them of another text. */
final class PlantedClasses extends URLClassLoader {
    private static final String OURS = "io.guatu.";

    private final Path folder;

    /** @param folder for the classes of other texts */
    PlantedClasses(Path folder) throws IOException {
        super(urls(folder), PlantedClasses.class.getClassLoader());
        this.folder = folder;
    }

    private static URL[] urls(Path folder) throws IOException {
        Files.createDirectories(folder);
        URL[] urls = new URL[3];
        List<Path> places = List.of(folder, Path.of("target/classes"), Path.of("target/test-classes"));
        for (int i = 0; i < urls.length; i++) {
            urls[i] = places.get(i).toUri().toURL();
        }
        return urls;
    }

    /** @param source whose class is this text instead */
    void plant(Path source, String text) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + source.getFileName()), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-parameters",
                "-nowarn",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        if (!compiler.getTask(said, null, null, options, null, List.of(file)).call()) {
            throw new IOException(source + " is no program any more: " + said);
        }
    }

    String fault(Path webroot, int seeds) {
        try {
            return (String) loadClass(Lives.class.getName())
                    .getMethod("fault", Path.class, int.class)
                    .invoke(null, webroot, seeds);
        } catch (InvocationTargetException e) {
            return "1 | " + e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
