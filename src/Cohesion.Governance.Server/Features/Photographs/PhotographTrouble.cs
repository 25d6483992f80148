using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Features.Photographs;

/// <summary>Why something sent as a photograph is none that can be kept, and what to do.</summary>
internal static class PhotographTrouble
{
    public static readonly LocalText NotBase64 = new("Its content is not base64. Send the file again.", "内容不是有效的 base64，请重新上传。");
    public static readonly LocalText OtherKind = new(
        "This is no photograph in JPEG, PNG or WebP, whatever the file is called. Choose a photograph, or give the address of a document instead.",
        "该文件不是 JPEG、PNG 或 WebP 照片（与文件名无关）。请选择照片；其他文件请填写其地址。");
    public static readonly LocalText Heic = new(
        "This photograph is in HEIC, which most browsers cannot show. On an iPhone choose Settings › Camera › Formats › Most Compatible and take it again, or share it as JPEG.",
        "该照片为 HEIC 格式，多数浏览器无法显示。iPhone 请在“设置 › 相机 › 格式”中选择“兼容性最佳”后重新拍摄，或转存为 JPEG 后上传。");
    public static readonly LocalText Damaged = new(
        "The photograph is damaged or was not sent completely. Send it again.", "照片已损坏或上传不完整，请重新上传。");
    public static readonly LocalText TooLarge = new LocalText(
        "A photograph may have at most {0} MB. Take it with fewer details, or send it to yourself in a smaller size first.", "每张照片不得超过 {0} MB。请降低分辨率拍摄，或先压缩。")
        .With(PhotographStudio.MostBytes >> 20);
    public static readonly LocalText TooManyPixels = new LocalText(
        "The photograph has more than {0} million pixels. Take it with fewer, or make it smaller first.", "照片超过 {0} 百万像素。请降低分辨率拍摄，或先缩小。")
        .With(PhotographStudio.MostPixels / 1_000_000);
}
