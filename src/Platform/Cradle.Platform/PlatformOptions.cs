namespace Cradle.Platform;

/// <summary>Configuration section <c>Cradle</c>.</summary>
public sealed class PlatformOptions
{
    /// <summary>Folder of everything that outlives a restart: the SQLite file and the keys.</summary>
    public string State { get; set; } = "";

    /// <summary>Folder of the reference data: divisions and the statutory work calendar.</summary>
    public string Data { get; set; } = "";

    /// <summary>Folder of the data protection keys; several nodes share it. Below <see cref="State"/> unless named.</summary>
    public string KeysFolder
    {
        get => field ?? Path.Combine(State, "keys");
        set;
    }

    /// <summary>Folder of the files that people hand in; several nodes share it. Below <see cref="State"/> unless named.</summary>
    public string FilesFolder
    {
        get => field ?? Path.Combine(State, "files");
        set;
    }
}
