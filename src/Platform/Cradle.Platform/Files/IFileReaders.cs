namespace Cradle.Platform.Files;

/// <summary>Says whose officers may open the files of something beside those of the file's own unit: a module knows whom its subjects concern.</summary>
public interface IFileReaders
{
    /// <summary>The kind of subject that it speaks for.</summary>
    string SubjectType { get; }

    /// <summary>Units of the file's division.</summary>
    Task<IReadOnlyCollection<string>> UnitsAsync(Guid subject, CancellationToken cancellationToken = default);
}
