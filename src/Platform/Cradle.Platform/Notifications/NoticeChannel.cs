using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Notifications;

/// <summary>A notice on its way out of the site.</summary>
/// <param name="Id">Its id: a channel that is given one twice sends it once.</param>
/// <param name="Phone">The mobile number, where one is known.</param>
/// <param name="Email">The address, where one is known.</param>
/// <param name="Text">What to say, without personal data.</param>
public sealed record OutgoingNotice(Guid Id, string? Phone, string? Email, string Text);

/// <summary>The way to a gateway of SMS or e-mail. An installation registers its own; without one notices are dropped as files.</summary>
public interface INoticeChannel
{
    /// <summary>Hands a notice over; an exception is tried again later.</summary>
    Task SendAsync(OutgoingNotice notice, CancellationToken cancellationToken);
}

/// <summary>One JSON file a notice in <c>outgoing</c> of the state folder, readable by the service's account only, for a gateway to fetch and delete.</summary>
internal sealed class FileDropChannel(IOptions<PlatformOptions> options) : INoticeChannel
{
    public async Task SendAsync(OutgoingNotice notice, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Value.State, "outgoing")).FullName;
        var file = Path.Combine(folder, $"{notice.Id:N}.json");
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var stream = new FileStream(file + ".part", create))
        {
            await JsonSerializer.SerializeAsync(stream, notice, JsonSerializerOptions.Web, cancellationToken);
        }

        File.Move(file + ".part", file, overwrite: true);   // a gateway never sees half of one
    }
}
