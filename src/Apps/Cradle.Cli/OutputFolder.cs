using Cradle.Linkage;
using Cradle.Linkage.Reading;

namespace Cradle.Cli;

/// <summary>A folder for results, seen to be writable before the work begins and not after it.</summary>
internal static class OutputFolder
{
    /// <summary>Takes a folder for one run alone, until it is disposed of.</summary>
    public static OutputLock Taken(string folder)
    {
        try
        {
            return OutputLock.Take(Checked(folder));
        }
        catch (RegisterException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    /// <summary>Refuses a folder that is a file or that this user may not make or write to; makes nothing that stays.</summary>
    public static string Checked(string folder)
    {
        var target = Path.GetFullPath(folder);
        var there = target;
        while (!Directory.Exists(there) && !File.Exists(there) && Path.GetDirectoryName(there) is { } parent)
            there = parent;
        if (File.Exists(there))
            throw new UsageException(there == target ? $"--out {folder} is a file; name a folder." : $"--out {folder} cannot be made, as {there} is a file; name another folder.");
        var probe = Path.Combine(there, ".cradle-" + Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out {folder}: {there} cannot be written to; name a folder that this user may write to.");
        }

        return folder;
    }
}
