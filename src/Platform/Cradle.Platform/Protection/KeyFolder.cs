namespace Cradle.Platform.Protection;

/// <summary>The folder of the keys, and what lies in it: for the service's account alone.</summary>
public static class KeyFolder
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Makes it, where it is not there; one that is there stays as somebody made it.</summary>
    public static DirectoryInfo Make(string path) => OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnFolder);

    /// <summary>Writes a key, beside its place first so that nobody ever reads half of one.</summary>
    /// <returns>False where another node was faster, and its key is the key.</returns>
    public static bool Write(string file, ReadOnlySpan<byte> content, bool overwrite)
    {
        var beside = $"{file}.{Guid.NewGuid():N}.tmp";
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            create.UnixCreateMode = OwnFile;
        }

        using (var stream = new FileStream(beside, create))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, file, overwrite);
            return true;
        }
        catch (IOException) when (!overwrite && File.Exists(file))
        {
            File.Delete(beside);
            return false;
        }
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
}
