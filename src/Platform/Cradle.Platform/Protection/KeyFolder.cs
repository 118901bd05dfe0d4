using System.Diagnostics;

namespace Cradle.Platform.Protection;

/// <summary>The folder of the keys, and what lies in it: for the service's account alone.</summary>
public static class KeyFolder
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;
    private const string LockFile = "keys.lock";
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Makes it, where it is not there; one that is there stays as somebody made it.</summary>
    public static DirectoryInfo Make(string path) => OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnFolder);

    /// <summary>Keeps every other node from making keys until it is disposed of; the end of the process frees it too.</summary>
    /// <exception cref="IOException">Another process has held it for half a minute.</exception>
    public static IDisposable Hold(string path)
    {
        var started = Stopwatch.GetTimestamp();
        var wait = new SpinWait();
        while (true)
        {
            try
            {
                return Create(Path.Combine(path, LockFile), FileMode.OpenOrCreate);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(started) < LongestWait)
            {
                wait.SpinOnce();   // which soon sleeps a millisecond at a time
            }
        }
    }

    /// <summary>
    /// Writes a key, beside its place first so that nobody ever reads half of one. Held meanwhile, by <see cref="Hold"/>: to move a
    /// file where none is yet is two steps of the system, and a second node can come between.
    /// </summary>
    public static void Write(string file, ReadOnlySpan<byte> content)
    {
        var beside = $"{file}.{Guid.NewGuid():N}.tmp";
        using (var stream = Create(beside, FileMode.CreateNew))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, file, overwrite: true);
    }

    /// <summary>Takes everybody else's rights from a file that something else wrote.</summary>
    public static void Close(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, OwnFile);
        }
    }

    /// <summary>What of it other accounts of the machine may enter, read or change. Empty on Windows, where rights are inherited.</summary>
    public static IReadOnlyList<string> OpenToOthers(string path)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(path))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(path).Prepend(path).Where(entry => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(entry) & ~OwnFolder) != UnixFileMode.None)];
    }

    private static FileStream Create(string file, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        return new FileStream(file, options);
    }
}
