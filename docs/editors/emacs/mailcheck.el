;;; mailcheck.el --- Check mails that follow a job interview -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "28.1"))
;; Keywords: mail

;;; Commentary:

;; Three ways to run mailcheck in Emacs; use one of the first two, and the third if you like:
;;
;;   (require 'mailcheck)
;;   (add-hook 'message-mode-hook #'eglot-ensure)              ; language server: quick fixes, explanations
;;   (add-hook 'message-mode-hook #'mailcheck-flymake-setup)   ; findings alone, for drafts without a file too
;;   (add-hook 'message-send-hook #'mailcheck-confirm-send)    ; asks before a mail with findings is sent

;;; Code:

(require 'flymake)
(require 'let-alist)
(require 'seq)
(require 'subr-x)

(defgroup mailcheck nil
  "Check mails that follow a job interview."
  :group 'message)

(defcustom mailcheck-program "mailcheck"
  "The program that checks."
  :type 'string
  :risky t)

(defvar eglot-server-programs)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               `((message-mode mail-mode) . (,mailcheck-program "lsp"))))

(defun mailcheck--file-name ()
  "The name of the draft; its folder says which configuration holds."
  (if (derived-mode-p 'message-mode 'mail-mode)
      (expand-file-name "draft.eml" default-directory) ; has a header whatever the file is called
    (or buffer-file-name (expand-file-name "draft.txt" default-directory))))

(defun mailcheck--command ()
  "The command that reads a draft from standard input."
  (list mailcheck-program "check" "--format" "json" "--stdin-filename" (mailcheck--file-name) "-"))

(defun mailcheck--position (place)
  "The position in this buffer of PLACE, a line and a column from 1."
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- (alist-get 'line place)))
    (min (line-end-position) (+ (point) (1- (alist-get 'column place))))))

(defun mailcheck--diagnostic (finding)
  "The diagnostic of this buffer for FINDING of mailcheck's JSON."
  (let* ((start (mailcheck--position (alist-get 'start finding)))
         (end (mailcheck--position (alist-get 'end finding))))
    ;; What is missing has an empty place; Flymake needs something to underline.
    (when (= start end)
      (setq end (min (1+ start) (point-max)) start (max (1- end) (point-min))))
    (flymake-make-diagnostic
     (current-buffer) start end
     (pcase (alist-get 'severity finding) ("error" :error) ("warning" :warning) (_ :note))
     (format "%s [%s]" (alist-get 'message finding) (alist-get 'rule finding)))))

(defun mailcheck--drafts (output)
  "What OUTPUT, a buffer with mailcheck's JSON, says of each draft."
  (with-current-buffer output
    (goto-char (point-min))
    (ignore-errors
      (alist-get 'files (json-parse-buffer :object-type 'alist :array-type 'list)))))

(defvar-local mailcheck--process nil
  "The check under way; an older one is out of date.")

(defun mailcheck--report (process source report)
  "Give what PROCESS found in the buffer SOURCE to Flymake's function REPORT."
  (with-current-buffer source
    (save-restriction
      (widen)
      (let ((drafts (mailcheck--drafts (process-buffer process))))
        (if drafts
            (funcall report (mapcan (lambda (draft)
                                      (mapcar #'mailcheck--diagnostic (alist-get 'findings draft)))
                                    drafts))
          ;; Nothing was checked; the configuration cannot be used, for example.
          (funcall report :panic :explanation
                   (with-current-buffer (process-get process 'errors)
                     (string-trim (buffer-string)))))))))

(defun mailcheck-flymake (report &rest _)
  "A backend for Flymake; calls REPORT with what mailcheck finds in this buffer."
  (unless (executable-find mailcheck-program)
    (error "There is no program %s" mailcheck-program))
  (when (process-live-p mailcheck--process)
    (kill-process mailcheck--process))
  (let ((source (current-buffer))
        (errors (generate-new-buffer " *mailcheck-errors*")))
    (setq mailcheck--process
          (make-process
           :name "mailcheck" :noquery t :connection-type 'pipe :coding 'utf-8-unix
           :buffer (generate-new-buffer " *mailcheck*")
           :stderr (make-pipe-process :name "mailcheck-errors" :noquery t :buffer errors :sentinel #'ignore)
           :command (mailcheck--command)
           :sentinel
           (lambda (process _)
             (unless (process-live-p process)
               (unwind-protect
                   (when (and (buffer-live-p source) (eq process (buffer-local-value 'mailcheck--process source)))
                     (mailcheck--report process source report))
                 (kill-buffer (process-buffer process))
                 (kill-buffer errors))))))
    (process-put mailcheck--process 'errors errors)
    (save-restriction
      (widen)
      (process-send-region mailcheck--process (point-min) (point-max)))
    (process-send-eof mailcheck--process)))

;;;###autoload
(defun mailcheck-flymake-setup ()
  "Show what mailcheck finds in this buffer while you write."
  (add-hook 'flymake-diagnostic-functions #'mailcheck-flymake nil t)
  (flymake-mode 1))

;; Other mail than that after an interview is nobody's business here, as for `mailcheck-sendmail'.
(defun mailcheck--concerns-p (draft)
  "Whether DRAFT, a part of mailcheck's JSON, is surely a mail after an interview."
  (let ((stage (alist-get 'stage draft)))
    (or (eq t (alist-get 'given stage)) (>= (alist-get 'confidence stage) 0.5))))

;;;###autoload
(defun mailcheck-confirm-send ()
  "Ask before a mail with findings is sent; for `message-send-hook'.
Only mails that follow an interview are looked at."
  (let* ((command (mailcheck--command))
         (output (generate-new-buffer "*mailcheck*"))
         (coding-system-for-write 'utf-8-unix)
         (coding-system-for-read 'utf-8-unix)
         (status (save-restriction
                   (widen)
                   (apply #'call-process-region nil nil (car command) nil (list output nil) nil
                          (cdr command))))
         (drafts (mailcheck--drafts output)))
    (with-current-buffer output
      (erase-buffer)
      (dolist (draft drafts)
        (dolist (finding (alist-get 'findings draft))
          (let-alist finding
            (insert (format "%d: %s: %s\n   %s\n" .start.line .severity .message .help))))))
    (if (or (eql status 0) (and drafts (not (seq-some #'mailcheck--concerns-p drafts))))
        (kill-buffer output)
      (display-buffer output)
      (unless (yes-or-no-p (if drafts
                               "mailcheck has something to say.  Send nevertheless? "
                             "mailcheck cannot check this mail.  Send nevertheless? "))
        (user-error "Not sent"))
      (kill-buffer output))))

(provide 'mailcheck)
;;; mailcheck.el ends here
