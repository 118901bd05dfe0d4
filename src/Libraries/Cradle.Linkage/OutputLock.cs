using Cradle.Linkage.Reading;

namespace Cradle.Linkage;

/// <summary>Keeps an output folder to one run at a time: a second run is refused instead of mixing its files with those of the first.</summary>
public sealed class OutputLock : IDisposable
{
    private readonly FileStream file;

    private OutputLock(FileStream file) => this.file = file;

    /// <summary>Takes a folder, which is made where it is missing; it is free again when this is disposed of, or when the process ends.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="RegisterException">Another run has the folder.</exception>
    public static OutputLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new OutputLock(new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
        }
        catch (IOException exception) when (File.Exists(Path.Combine(folder, ".lock")))
        {
            throw new RegisterException($"{folder}: another run writes there ({exception.Message}); wait for its end, or name another folder.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
